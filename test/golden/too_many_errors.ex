defmodule Golden.TooManyErrors do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    ctx.field_0
    ctx.field_1
    ctx.field_2
    ctx.field_3
    ctx.field_4
    ctx.field_5
    ctx.field_6
    ctx.field_7
    ctx.field_8
    ctx.field_9
    ctx.field_10
    ctx.field_11
    ctx.field_12
    ctx.field_13
    ctx.field_14
    ctx.field_15
    ctx.field_16
    ctx.field_17
    ctx.field_18
    ctx.field_19
    ctx.field_20
    ctx.field_21
  end
end
