# What `make bench` runs; bench/README.md says what is measured and how.

for file <- ~w(kernel subject text instructions costs events rings maps swaps latency scale) do
  Code.require_file("support/#{file}.exs", __DIR__)
end

alias Honey.Bench.{Costs, Events, Instructions, Latency, Maps, Rings, Scale, Subject, Swaps}

parts = [
  instructions: Instructions,
  costs: Costs,
  events: Events,
  rings: Rings,
  maps: Maps,
  swaps: Swaps,
  latency: Latency,
  scale: Scale
]

chosen = System.argv()

case Enum.reject(chosen, &(&1 in Enum.map(parts, fn {name, _} -> to_string(name) end))) do
  [] ->
    subjects = Subject.all()

    for {name, part} <- parts, chosen == [] or to_string(name) in chosen do
      IO.puts(part.report(subjects))
    end

  unknown ->
    IO.puts(:stderr, "there is no benchmark #{Enum.join(unknown, ", ")}")
    exit({:shutdown, 1})
end
