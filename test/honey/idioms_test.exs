defmodule Honey.IdiomsTest do
  @moduledoc """
  Kernel functions as people write Elixir elsewhere. Each means in the kernel what it means on the
  BEAM, or is refused with what to write instead.
  """

  use ExUnit.Case, async: true

  alias Honey.Test.{Kernel, PairRun}

  @inputs for a <- [0, 1, 2, 3, 5, 7, 11, 80, 443, -1, -4],
              b <- [nil, 0, 1, 5, -3, 12],
              do: {a, b}

  @atoms [
    nil,
    true,
    false,
    :ok,
    :error,
    :none,
    :tcp,
    :udp,
    :high,
    :low,
    :zero,
    :web,
    :other,
    :idle
  ]

  @source ~S'''
  defmodule Honey.IdiomsTest.Macros do
    defguard is_port_number(n) when is_integer(n) and n in 0..65_535
    defmacro double(x), do: quote(do: unquote(x) * 2)
    defmacro __using__(_), do: quote(do: (def generated(n), do: n + 100))
  end

  defmodule Honey.IdiomsTest.Shared do
    use Honey
    @doc "Tripled."
    @spec triple(integer) :: integer
    def triple(n), do: n * 3
    def classify(n) when n > 10, do: {:big, n}
    def classify(n), do: {:small, n}
    def clamp(n, opts), do: n |> max(opts.min) |> min(opts.max)
  end

  defmodule Honey.IdiomsTest.Idioms do
    @moduledoc "Idioms."
    use Honey, license: "GPL", kernel: "5.17", on_error: 77
    use Honey.IdiomsTest.Macros
    use GenServer

    import Honey.IdiomsTest.Macros, only: [is_port_number: 1, double: 1]
    alias Honey.IdiomsTest.Shared
    require Integer

    @ports [80, 443]
    @limits %{low: 1, high: 9}
    @pair {3, 4}
    @name "eth0"
    @shift 2
    @size 1 <<< @shift
    @states ~w(idle busy)a
    @handlers %{tcp: 6, udp: 17}

    @impl true
    def init(state), do: {:ok, state}

    defguardp is_big(n) when n > 10
    defmacrop twice(x), do: quote(do: unquote(x) + unquote(x))
    defdelegate triple(n), to: Shared
    defdelegate thrice(n), to: Shared, as: :triple
    defdelegate modulo(a, b), to: Integer, as: :mod

    # Module attributes

    def attribute_list(a, _b), do: if(a in @ports, do: :web, else: :other)
    def attribute_map(a, _b), do: @limits.low + Map.get(@limits, :high) * a
    def attribute_tuple(a, _b), do: elem(@pair, 1) - a
    def attribute_computed(a, _b), do: rem(a, @size) + byte_size(@name)
    def attribute_atoms(a, _b), do: if(a > 1, do: hd(@states), else: :none) in @states
    def attribute_access(a, _b), do: @handlers[if(a > 3, do: :tcp, else: :udp)]
    def own_name(_a, _b), do: __MODULE__ == Honey.IdiomsTest.Idioms

    # Guards, macros, other modules

    def own_guard(a, _b), do: if(is_big(a), do: :high, else: :low)
    def imported_guard(a, _b), do: port(a)
    defp port(a) when is_port_number(a) and a > 0, do: a
    defp port(_), do: :error
    def macros(a, _b), do: twice(a) + double(a)
    def delegated(a, b), do: triple(a) + thrice(b || 1) + modulo(a, 3)
    def generated_by_use(a, _b), do: generated(a)
    def remote(a, _b), do: Shared.triple(a) + Honey.IdiomsTest.Shared.triple(1)

    def tagged(a, _b) do
      case Shared.classify(a) do
        {:big, n} -> n - 10
        {:small, n} -> n
      end
    end

    def options(a, b), do: Shared.clamp(a, %{min: b || 0, max: 100})
    def defaults(a, b), do: with_default(a) + with_default(a, b || 2)
    defp with_default(x, by \\ 5), do: x * by

    # with, cond, case, if

    def with_steps(a, b) do
      with {:ok, x} <- positive(a), {:ok, y} <- positive(b || 0), sum = x + y, true <- sum > 3 do
        sum
      else
        {:error, :zero} -> :zero
        {:error, _reason} -> :error
        false -> :low
      end
    end

    def with_pins(a, b) do
      with ^a <- b, %{n: n} when n > 0 <- %{n: a} do
        n
      else
        nil -> :none
        %{n: 0} -> :zero
        _ -> :other
      end
    end

    def with_no_else(a, b), do: with(n when not is_nil(n) <- b, do: n + a)

    def cond_without_true(a, b) do
      cond do
        a > 5 -> :high
        b && a < b -> :low
        a == 0 -> :zero
      end
    end

    def case_of_tuple(a, b) do
      case {a, b} do
        {0, _} -> :zero
        {x, nil} -> x
        {x, y} when x > y -> x - y
        {x, x} -> :ok
        _ -> :other
      end
    end

    def case_of_nested(a, b) do
      case {:ok, %{id: a, tags: [b, 1]}} do
        {:ok, %{id: 0}} -> :zero
        {:ok, %{tags: [nil | _]}} -> :none
        {:ok, %{id: id, tags: [tag, _]}} -> id + tag
      end
    end

    def if_binding(a, b) do
      if n = b do
        n + a
      else
        :none
      end
    end

    def early_nil(a, b), do: if(a > 1, do: b) || a
    def chained(a, b), do: a > 1 and not is_nil(b) and b in 0..9
    def double_negated(_a, b), do: !!b
    def unless_else(a, _b), do: unless(a > 1, do: :low, else: :high)
    def assertion(a, _b) do
      true = a > 0
      a
    end

    # Pins

    def pin_in_case(a, b) do
      case %{n: a, m: [b]} do
        %{n: ^b} -> :ok
        %{m: [^a | _]} -> :error
        _ -> :other
      end
    end

    def pin_in_fn(a, b) do
      f = fn
        ^b -> :ok
        _ -> :other
      end

      f.(a)
    end

    # Pipelines

    def pipeline(a, _b), do: a |> max(0) |> min(100) |> Kernel.+(1) |> Integer.floor_div(2)

    def into_case(a, _b) do
      a
      |> Kernel.-(1)
      |> case do
        0 -> :zero
        n when n < 0 -> :low
        n -> n
      end
    end

    def then_and_tap(a, b), do: a |> tap(fn x -> x + 1 end) |> then(fn x -> x * x - (b || 0) end)
    def block(a, _b) do
      x = (
        y = a + 1
        y * 2
      )
      x - 1
    end

    def matches(a, b), do: match?({:ok, n} when n > 2, {:ok, a}) or match?([nil, _], [b, a])

    # ok and error tuples, bang functions

    def result(a, _b) do
      case positive(a) do
        {:ok, n} -> n
        {:error, reason} -> reason
      end
    end

    def bang(a, _b), do: 1 + positive!(a)

    defp positive(0), do: {:error, :zero}
    defp positive(n) when n < 0, do: {:error, :low}
    defp positive(n), do: {:ok, n}

    defp positive!(n) do
      case positive(n) do
        {:ok, n} -> n
        {:error, reason} -> raise ArgumentError, "not positive: #{inspect(reason)}"
      end
    end

    # Maps

    def map_in_head(a, b), do: area(%{width: a, height: b || 2})
    defp area(%{width: w} = shape) when w > 0, do: w * shape.height
    defp area(%{height: h}), do: -h

    def counts(a, b) do
      counts = %{tcp: 0, udp: 0}
      key = if a > 3, do: :tcp, else: :udp
      counts = Map.update!(counts, key, &(&1 + a))
      counts = Map.update(counts, :other, b, fn _ -> 0 end)
      counts.tcp * 100 + counts[:udp] + (counts[:other] || 7)
    end

    def deep(a, b) do
      state = %{cpu: %{user: a, system: b || 1}, total: 0}
      state = put_in(state.total, state.cpu.user + state.cpu.system)
      state = update_in(state, [:cpu, :user], &(&1 * 2))
      state = put_in(state[:cpu][:system], 4)
      get_in(state, [:cpu, :user]) + state.total + state.cpu.system
    end

    def optional_key(a, b) do
      event = %{pid: a}
      event = if b, do: Map.put(event, :cpu, b), else: event

      case event do
        %{cpu: cpu} -> cpu
        %{pid: pid} -> pid
      end
    end

    def string_keys_of_atoms(a, _b) do
      case Map.fetch(@handlers, if(a > 1, do: :tcp, else: :icmp)) do
        {:ok, number} -> number
        :error -> :none
      end
    end

    # Functions

    def strategy(a, b) do
      strategy = if a > 3, do: &double_it/1, else: &Shared.triple/1
      strategy.(b || a)
    end

    def callbacks(a, b) do
      callbacks = %{init: fn -> a end, handle: &(&1 + (b || 1)), stop: nil}
      state = callbacks.init.()
      state = callbacks.handle.(state)
      if callbacks.stop, do: callbacks.stop.(state), else: state
    end

    def curried(a, b) do
      add = fn x -> fn y -> x + y end end
      add.(a).(b || 2)
    end

    def middleware(a, b) do
      [&double_it/1, fn x -> x - (b || 0) end, &abs/1]
      |> Enum.reduce(a, fn step, x -> step.(x) end)
    end

    defp double_it(x), do: x * 2

    # Recursion, comprehensions

    def countdown(a, b), do: loop(rem(abs(a), 10), b || 0)
    defp loop(0, sum), do: sum
    defp loop(n, sum), do: loop(n - 1, sum + n)

    def summed(a, _b), do: Enum.reduce([a, 2, 3], %{sum: 0, n: 0}, &add/2).sum
    defp add(x, %{sum: sum, n: n} = acc), do: %{acc | sum: sum + x, n: n + 1}

    def found(a, _b), do: Enum.find([5, 80, 443], :none, &(&1 == a))
    def any(a, b), do: Enum.any?([a, b || 0], &Integer.is_odd/1)

    # What kernel values never are

    def kinds(a, b) do
      {is_float(a), is_pid(a), is_struct(b), is_exception(b), is_number(b), is_function(a)}
      |> case do
        {false, false, false, false, true, false} -> :ok
        {false, false, false, false, false, false} -> :none
        _ -> :error
      end
    end

    def powers(a, b), do: 2 ** rem(abs(a), 30) + rem(a, 10) ** 3 - Integer.pow(3, rem(abs(b || 0), 9))
    def bits(a, _b), do: a |> Bitwise.band(0xFF) |> Bitwise.bsl(8) |> Bitwise.bor(1)

    ENTRIES
  end
  '''

  @tag Kernel.tags()
  test "functions that compile" do
    assert PairRun.differences(@source, @atoms, @inputs) == []
  end

  # {function's body, what is found, what to write instead}
  @refused [
    {"IO.puts(a)", "`IO.puts/1`", "bpf_printk"},
    {"IO.inspect(a, label: \"a\")", "`IO.inspect/2`", "bpf_printk"},
    {"require Logger\n    Logger.info(\"pid \#{a}\")", "`Logger`", "bpf_printk"},
    {"dbg(a)", "`dbg`", "bpf_printk"},
    {"send(self(), a)", "`send/2`", "Honey.Events.emit"},
    {"self()", "`self/0`", "bpf_get_current_pid_tgid"},
    {"spawn(fn -> a end)", "`spawn/1`", "no processes"},
    {"apply(__MODULE__, :calc, [a])", "`apply/3`", "by its name"},
    {"throw(a)", "`throw/1`", "{:error, reason}"},
    {"exit(:normal)", "`exit/1`", "raise"},
    {"try do\n a\n rescue\n _ -> 0\n end", "`try`", "check the value before"},
    {"receive do\n x -> x\n end", "`receive`", "mailbox"},
    {"DateTime.utc_now()", "`DateTime.utc_now/0`", "bpf_ktime_get_ns"},
    {"System.os_time()", "`System.os_time/0`", "bpf_ktime_get_ns"},
    {":rand.uniform(6)", "`:rand.uniform/1`", "bpf_get_prandom_u32"},
    {"Process.sleep(a)", "`Process.sleep/1`", "no processes"},
    {":ets.insert(:t, {a, 1})", "`:ets.insert/2`", "defmap"},
    {"Agent.get(:a, & &1)", "`Agent.get/2`", "defmap"},
    {"GenServer.call(:a, :b)", "`GenServer.call/2`",
     "`Honey.Events.emit(:events, record)` sends a struct to Elixir"},
    {"GenServer.start_link(:a, [])", "`GenServer.start_link/2`",
     "a map of `defmap`, which Elixir reads"},
    {"Integer.modulo(a, 2)", "`Integer.modulo/2`", "did you mean `Integer.mod`"},
    {"Map.fetc(%{a: 1}, :a)", "`Map.fetc/2`", "did you mean `Map.fetch`"},
    {"Integer.to_string(a, 16)", "`Integer.to_string/2`", "that of ten"},
    {"to_string({a, 1})", "a conversion of a tuple of 2 elements to a string",
     "can be interpolated"},
    {"inspect(a)", "`Kernel.inspect/1`", "bpf_printk"},
    {"a / 2", "`/`, which gives a float", "`div/2`"},
    {"a * 1.5", "a float", "scale the value"},
    {"[1, 2] -- [a]", "`--/2`", "`in`"},
    {"%{a => 1}", "neither an atom nor an integer", "defmap"},
    {"%{\"key\" => a}", "a text as a key of a map", "defmap"},
    {"elem({1, 2}, a)", "the index of `elem/2` is computed", "a guard bounds"},
    {"Map.get(%{a: 1}, a)", "the key of `Map.get/2` is computed", "defmap"},
    {"k = :a\n    %{^k => v} = %{a: a}\n    v", "a pinned variable as a key of a map", "defmap"},
    {"Keyword.get([max: a], :max)", "`Keyword.get/2`", "as a map"},
    {"%URI{port: a}", "`%URI{}` is a struct that no `deftype` defines", "deftype"},
    {"(&(&1 + 1)) == (&(&1 + 2))", "two functions", "an atom or an integer"}
  ]

  for {{body, found, hint}, n} <- Enum.with_index(@refused) do
    test "refused #{n}: #{body}" do
      message = refusal(unquote(body))
      assert message =~ unquote(found)
      assert message =~ unquote(hint)
      # One mistake, one message.
      refute message =~ ~r/\d+ errors/
    end
  end

  defp refusal(body) do
    source = """
    defmodule Honey.IdiomsTest.Refused do
      use Honey, license: "GPL", kernel: "5.17"
      @sec "syscall"
      def run(_ctx) do
        calc(Honey.BpfHelpers.bpf_get_smp_processor_id())
        1
      end

      def calc(a) do
        _ = a
        #{body}
      end
    end
    """

    {message, _warnings} =
      ExUnit.CaptureIO.with_io(:stderr, fn ->
        assert_raise(Honey.CompileError, fn -> Code.compile_string(source, "refused.ex") end)
        |> Exception.message()
      end)

    message
  end
end
