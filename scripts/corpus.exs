# Writes compiled objects, and what they must do, for scripts/test-vm.sh.
#
#   MIX_ENV=test mix run scripts/corpus.exs FOLDER --set NAME [--programs N] [--seed SEED]

usage = "usage: corpus.exs FOLDER --set NAME [--programs N] [--seed SEED]"
switches = [set: :string, programs: :integer, seed: :integer]

{options, folder} =
  case OptionParser.parse(System.argv(), strict: switches) do
    {options, [folder], []} -> {options, folder}
    _ -> Mix.raise(usage)
  end

options = Keyword.merge([programs: 200, seed: :rand.uniform(1_000_000_000)], options)
ExUnit.start(autorun: false)

# In a process of its own, Elixir tells its warnings of random modules at once, where they are
# caught, and not when this file has been compiled.
count = Task.await(Task.async(Honey.Test.Corpus, :write, [folder, options]), :infinity)

IO.puts(
  "#{options[:set]}: #{count} objects, #{options[:programs]} random programs of seed #{options[:seed]}"
)
