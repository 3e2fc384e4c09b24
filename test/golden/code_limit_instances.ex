# A function for each combination of types: each call here doubles them.
defmodule Golden.CodeLimitInstances do
  use Honey, license: "GPL"

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx), do: step0(:x)

  for n <- 0..12 do
    next = :"step#{n + 1}"
    def unquote(:"step#{n}")(x), do: unquote(next)({:a, x}) + unquote(next)({:b, x})
  end

  def step13(_), do: 1
end
