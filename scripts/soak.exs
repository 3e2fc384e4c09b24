# Runs random programs: see test/support/soak.ex, and `make soak`.
#
#   MIX_ENV=test mix run scripts/soak.exs --programs 50000 --seed 1
#   MIX_ENV=test mix run scripts/soak.exs --again FILE    what a finding, kept in a file, shows now

alias Honey.Test.{Kernel, Soak}
alias Honey.Test.Soak.Figures

ExUnit.start(autorun: false)

switches = [programs: :integer, seed: :integer, again: :string]
{options, []} = OptionParser.parse!(System.argv(), strict: switches)
options = Keyword.merge([programs: 2_000, seed: :rand.uniform(1_000_000_000)], options)
if Kernel.reason(), do: System.halt(1)

# In a process of its own, Elixir tells its warnings of random modules at once, where they are caught.
alone = fn function -> Task.await(Task.async(function), :infinity) end

if path = options[:again] do
  case alone.(fn -> Soak.again(path) end) do
    nil -> IO.puts("#{path} shows nothing any more")
    finding -> IO.puts(Soak.tell(finding))
  end

  System.halt(0)
end

IO.puts("soak: #{options[:programs]} programs from seed #{options[:seed]}")
started = System.monotonic_time(:second)

report = fn seed, findings, figures ->
  Enum.each(findings, &IO.puts(Soak.tell(&1)))

  if figures.differences > 0 or rem(seed - options[:seed], 40) == 39,
    do: IO.puts("seed #{seed}: #{Figures.line(figures)}")
end

{findings, figures} =
  alone.(fn -> Soak.run(options[:programs], options[:seed], report: report) end)

Enum.each(findings, &IO.puts(Soak.tell(&1)))

{found, line} = alone.(fn -> Soak.binaries(options[:programs], options[:seed]) end)
Enum.each(found, &IO.puts/1)
IO.puts("soak: binaries #{line} differences=#{length(found)}")

seconds = System.monotonic_time(:second) - started
IO.puts("soak: seed=#{options[:seed]} seconds=#{seconds} #{Figures.line(figures)}")
if findings != [] or found != [], do: System.halt(1)
