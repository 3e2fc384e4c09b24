# Loads, attaches and unloads, and kills owners, many times; says what is left: see `make soak-ownership`.
#
#   MIX_ENV=test mix run scripts/soak_ownership.exs --cycles 10000 --kills 2000

alias Honey.Test.{Kernel, Ownership}

switches = [cycles: :integer, kills: :integer]
{options, []} = OptionParser.parse!(System.argv(), strict: switches)
options = Keyword.merge([cycles: 10_000, kills: 2_000], options)
if Kernel.reason(), do: System.halt(1)
Kernel.mount_tracefs()
Logger.configure(level: :none)

# How much more memory there may be than after the first cycles, in kilobytes.
warm_up = 300
most_beam = 4 * 1024
most_rss = 32 * 1024

run = Ownership.new()

figures = fn ->
  left = Ownership.left_in_the_end(run)
  before = Ownership.process().fds
  Kernel.eventually(fn -> Ownership.process().fds < before end, 1_000)
  Map.merge(Ownership.process(), left)
end

line = fn what, seconds, figures ->
  IO.puts(
    "#{what}: seconds=#{seconds} programs=#{figures.prog} maps=#{figures.map} links=#{figures.link} " <>
      "fds=#{figures.fds} beam_kb=#{figures.beam} rss_kb=#{figures.rss}"
  )
end

timed = fn what, function ->
  started = System.monotonic_time(:second)
  function.()
  found = figures.()
  line.(what, System.monotonic_time(:second) - started, found)
  found
end

report = fn what, every ->
  fn n -> if rem(n, every) == 0, do: line.("  #{what} #{n}", "", figures.()) end
end

first =
  timed.("warm-up", fn ->
    Ownership.cycles(run, warm_up)
    Ownership.kills(run, div(warm_up, 10))
  end)

cycled =
  timed.("#{options[:cycles]} cycles", fn ->
    Ownership.cycles(run, options[:cycles], report.("cycles", 2_000))
  end)

IO.inspect(Ownership.at_once(run, 100), label: "100 objects at once")
at_once = timed.("after them", fn -> :ok end)

killed =
  timed.("#{options[:kills]} owners killed", fn ->
    Ownership.kills(run, options[:kills], report.("kills", 500))
  end)

grown =
  for {what, found} <- [cycles: cycled, at_once: at_once, kills: killed],
      {key, most} <- [prog: 0, map: 0, link: 0, fds: 0, beam: most_beam, rss: most_rss],
      found[key] - first[key] > most,
      do: "#{what}: #{key} #{first[key]} -> #{found[key]}"

Enum.each(grown, &IO.puts("grown: #{&1}"))
IO.puts("soak-ownership: #{if grown == [], do: "nothing is left", else: "something is left"}")
if grown != [], do: System.halt(1)
