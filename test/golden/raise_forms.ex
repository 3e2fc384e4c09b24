defmodule Honey.Golden.RaiseForms do
  use Honey, license: "GPL", kernel: "5.14"

  defmodule Lost do
    defexception [:message, :pid]
  end

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    case ctx.prev_pid do
      0 -> raise "idle"
      1 -> raise ArgumentError
      2 -> raise ArgumentError, "two"
      3 -> raise ArgumentError, message: "three"
      4 -> raise %ArgumentError{message: "four"}
      5 -> raise Lost, pid: 5, message: "five"
      6 -> raise "pid #{ctx.next_pid}"
      7 -> :erlang.error(:badarg)
      _ -> 0
    end
  end
end
