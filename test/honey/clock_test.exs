defmodule Honey.ClockTest do
  use ExUnit.Case, async: true

  alias Honey.Clock
  alias Honey.Test.{Child, Kernel}

  @moduletag Kernel.tags()

  @code """
  defmodule Honey.ClockTest.Times do
    use Honey, license: "GPL", kernel: "5.14"

    defvar :monotonic, :u64, live: true
    defvar :boot, :u64, live: true

    @sec "syscall"
    def remember(_ctx) do
      Honey.Var.put(:monotonic, Honey.BpfHelpers.bpf_ktime_get_ns())
      Honey.Var.put(:boot, Honey.BpfHelpers.bpf_ktime_get_boot_ns())
      0
    end
  end
  """

  Code.eval_string(@code)

  # The clock of Honey, of a program, and of Honey again.
  @ask """
  object = Honey.load!(Honey.ClockTest.Times)

  answers =
    for clock <- [:monotonic, :boot], _ <- 1..20 do
      before = Honey.Clock.now(clock)
      %{return: 0} = Honey.test_run!(object, :remember)
      {clock, before, Honey.Var.get!(object, clock), Honey.Clock.now(clock)}
    end

  Honey.unload(object)
  answers
  """

  # It is known to the steps of /proc/uptime, where the machine was suspended.
  @slack %{monotonic: 0, boot: 20_000_000}

  defp ask do
    {answers, _} = Code.eval_string(@ask)
    answers
  end

  defp assert_same(answers) do
    for {clock, before, at, later} <- answers do
      assert at >= before - @slack[clock]
      assert at <= later + @slack[clock]
    end
  end

  test "it is the clock of the kernel's programs" do
    assert_same(ask())
  end

  test "it is that of the machine in a time namespace, too" do
    namespace = ["unshare", "--time", "--monotonic", "86400", "--boottime", "7200", "--fork"]

    code =
      @code <> "\n{#{"(" <> @ask <> ")"}, Honey.Clock.to_os_time(Honey.Clock.now(), :second)}"

    {answers, time} = Child.run!(namespace, code)
    assert_same(answers)
    assert_in_delta time, System.os_time(:second), 60
  end

  test "a time is that of the clock of the wall" do
    for clock <- [:monotonic, :boot] do
      slack = 100_000 + @slack[clock]
      before = System.os_time(:nanosecond)
      now = Clock.now(clock)
      later = System.os_time(:nanosecond)

      time = Clock.to_os_time(now, :nanosecond, clock)
      assert time in (before - slack)..(later + slack)
      assert_in_delta now + Clock.offset(clock), time, slack

      datetime = Clock.to_datetime(now, clock)
      assert datetime.time_zone == "Etc/UTC"
      assert_in_delta DateTime.to_unix(datetime, :microsecond), div(time, 1_000), div(slack, 500)
    end
  end

  test "an hour ago is an hour ago" do
    hour = 3_600_000_000_000
    now = Clock.now()
    ago = DateTime.diff(Clock.to_datetime(now), Clock.to_datetime(now - hour), :microsecond)
    assert_in_delta ago, 3_600_000_000, 100
    assert_in_delta Clock.to_os_time(now, :second), System.os_time(:second), 1
    assert_in_delta Clock.to_os_time(now), System.os_time(), 5_000_000_000
  end

  test "it is as exact each time" do
    offsets = for _ <- 1..50, do: Clock.offset()
    assert Enum.max(offsets) - Enum.min(offsets) < 1_000_000
  end

  test "other clocks, and what is no number, are refused" do
    for clock <- [:tai, nil, "boot"] do
      assert_raise FunctionClauseError, fn -> Clock.now(clock) end
      assert_raise FunctionClauseError, fn -> Clock.offset(clock) end
      assert_raise FunctionClauseError, fn -> Clock.to_datetime(1, clock) end
    end

    assert_raise FunctionClauseError, fn -> Clock.to_datetime(nil) end
  end
end
