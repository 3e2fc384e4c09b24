# Runs random programs: see test/support/soak.ex, and `make soak`.
#
#   MIX_ENV=test mix run scripts/soak.exs --programs 50000 --seed 1

alias Honey.Test.{Kernel, Soak}
alias Honey.Test.Soak.Figures

ExUnit.start(autorun: false)

{options, []} = OptionParser.parse!(System.argv(), strict: [programs: :integer, seed: :integer])
options = Keyword.merge([programs: 2_000, seed: :rand.uniform(1_000_000_000)], options)
if Kernel.reason(), do: System.halt(1)
IO.puts("soak: #{options[:programs]} programs from seed #{options[:seed]}")
started = System.monotonic_time(:second)

report = fn seed, figures ->
  if figures.differences > 0 or rem(seed - options[:seed], 40) == 39,
    do: IO.puts("seed #{seed}: #{Figures.line(figures)}")
end

{findings, figures} =
  Task.async(fn -> Soak.run(options[:programs], options[:seed], report: report) end)
  |> Task.await(:infinity)

Enum.each(findings, &IO.puts(Soak.tell(&1)))
seconds = System.monotonic_time(:second) - started
IO.puts("soak: seed=#{options[:seed]} seconds=#{seconds} #{Figures.line(figures)}")
if findings != [], do: System.halt(1)
