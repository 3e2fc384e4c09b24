defmodule Honey.FusedNamesTest do
  @moduledoc """
  By which names an update knows the lookup that it is fused with: the variable that it was bound to,
  and those that the clauses of a `case` give. What is fused is an atomic addition in the C; it gives what
  the same code gives where fusing is turned off.
  """

  use ExUnit.Case, async: true

  @put "bpf_map_update_elem(:h, 1, 3, :bpf_any)"

  defp add(name), do: "bpf_map_update_elem(:h, 1, #{name} + 3, :bpf_any)"

  # Two additions each: to what is there, and where another CPU was first.
  @fused [
    {"a case of the lookup", "case bpf_map_lookup_elem(:h, 1) do\nnil -> PUT\nn -> ADD(n)\nend"},
    {"nil in the last clause",
     "case bpf_map_lookup_elem(:h, 1) do\nn when n != nil -> ADD(n)\nnil -> PUT\nend"},
    {"a case of its variable, by that variable",
     "v = bpf_map_lookup_elem(:h, 1)\ncase v do\nnil -> PUT\n_ -> ADD(v)\nend"},
    {"a case of its variable, by another name",
     "v = bpf_map_lookup_elem(:h, 1)\ncase v do\nnil -> PUT\nn -> ADD(n)\nend"},
    {"an if that binds it", "if n = bpf_map_lookup_elem(:h, 1), do: ADD(n), else: PUT"},
    {"clauses for some of the values",
     "case bpf_map_lookup_elem(:h, 1) do\nnil -> PUT\n5 -> :ok\nn -> ADD(n)\nend"},
    {"a case within the clause, of the same value",
     "case bpf_map_lookup_elem(:h, 1) do\nnil -> PUT\nn -> case n do\n5 -> :ok\nm -> ADD(m)\nend\nend"}
  ]

  # One addition each, to what is found anew, or put where another CPU was not first.
  @traced [
    {"a default by ||", "v = bpf_map_lookup_elem(:h, 1) || 0\nADD(v)"},
    {"a default by get/3", "v = KernelMap.get(:h, 1, 4)\nADD(v)"},
    {"a default of a get/2", "v = KernelMap.get(:h, 1) || 0\nKernelMap.put(:h, 1, 3 + v)"},
    {"all in one", "KernelMap.put(:h, 1, (KernelMap.get(:h, 1) || 0) - 3)"},
    {"a sum that has a name", "v = KernelMap.get(:h, 1, 0) + 3\nKernelMap.put(:h, 1, v)"},
    {"a key and an amount that have names",
     "k = 1\nd = bpf_get_smp_processor_id()\nv = KernelMap.get(:h, k, 0)\nKernelMap.put(:h, k, v + d)"},
    {"what fetch/2 gives",
     "v = case KernelMap.fetch(:h, 1) do\n{:ok, n} -> n\n:error -> 0\nend\nADD(v)"},
    {"what fetch/2 gives, or all else",
     "v = case KernelMap.fetch(:h, 1) do\n{:ok, n} -> n\n_ -> 0\nend\nADD(v)"},
    {"a with", "with {:ok, n} <- KernelMap.fetch(:h, 1), do: ADD(n)"},
    {"an item of a list, before a put in its tail",
     "v = KernelMap.get(:s, 1, 0)\n_ = length([KernelMap.put(:s, 1, v + 3) | (KernelMap.put(:s, 1, 9); [1])])"}
  ]

  # Two additions each: one in the clause for what was found, one where another CPU was first.
  @arms [
    {"clauses of fetch/2",
     "case KernelMap.fetch(:h, 1) do\n{:ok, n} -> KernelMap.put(:h, 1, n + 3)\n:error -> PUT\nend"},
    {"clauses of get/2",
     "case KernelMap.get(:h, 1) do\nnil -> KernelMap.put(:h, 1, 3)\nn -> ADD(n)\nend"},
    {"an if of get/2", "if n = KernelMap.get(:h, 1), do: ADD(n), else: PUT"},
    {"a condition", "n = KernelMap.get(:h, 1)\nif n == nil, do: PUT, else: ADD(n)"},
    {"a lookup of the helper and puts of Honey.KernelMap",
     "case bpf_map_lookup_elem(:h, 1) do\nnil -> KernelMap.put(:h, 1, 3)\nn -> KernelMap.put(:h, 1, n + 3)\nend"}
  ]

  @not_traced [
    {"the default of another choice",
     "v = if KernelMap.get(:h, 2), do: KernelMap.get(:h, 1, 0), else: 0\nADD(v)"},
    {"a clause for some values",
     "v = case KernelMap.get(:h, 1) do\nnil -> 0\n5 -> 0\nn -> n\nend\nADD(v)"},
    {"a guard",
     "v = case KernelMap.get(:h, 1) do\nn when n != nil and n > 9 -> n\n_ -> 0\nend\nADD(v)"},
    {"an amount of what was found",
     "v = KernelMap.get(:h, 1, 1)\nd = v * 2\nKernelMap.put(:h, 1, v + d)"},
    {"an amount of what was found, out of the tail of a list",
     "v = KernelMap.get(:h, 1, 1)\n[_ | [d]] = [0, v]\nKernelMap.put(:h, 1, v + d)"},
    {"a sum that is used again",
     "v = KernelMap.get(:h, 1, 0) + 3\nKernelMap.put(:h, 1, v)\nKernelMap.put(:s, 0, v)"},
    {"a product", "v = KernelMap.get(:h, 1, 1)\nKernelMap.put(:h, 1, v * 3)"},
    {"the other way round", "v = KernelMap.get(:h, 1, 1)\nKernelMap.put(:h, 1, 3 - v)"},
    {"another key", "v = KernelMap.get(:h, 2, 0)\nADD(v)"},
    {"another map", "v = KernelMap.get(:s, 1, 0)\nADD(v)"},
    {"a flag", "v = KernelMap.get(:h, 1, 0)\nKernelMap.put(:h, 1, v + 3, :bpf_exist)"},
    {"a put before it", "v = KernelMap.get(:h, 1, 0)\nKernelMap.put(:h, 1, 9)\nADD(v)"},
    {"a call that puts before it", "v = KernelMap.get(:h, 1, 0)\nchange()\nADD(v)"},
    {"a choice in which it was put",
     "v = KernelMap.get(:h, 1, 0)\nif v == 5, do: KernelMap.put(:h, 1, 9)\nADD(v)"},
    {"a loop around the put", "v = KernelMap.get(:h, 1, 0)\nfor _ <- 1..2, do: ADD(v)"},
    {"an element of a tuple within another",
     "v = KernelMap.get(:h, 1, 0)\n{_, {_, n}} = {1, {v, 2}}\nADD(n)"},
    {"an amount that what was found decides about",
     "v = KernelMap.get(:h, 1, 0)\nd = if v > 3, do: 1, else: 2\nKernelMap.put(:h, 1, v + d)"},
    {"an amount by a function that has captured it",
     "v = KernelMap.get(:h, 1, 0)\nf = fn x -> x + v end\nd = f.(1)\nKernelMap.put(:h, 1, v + d)"},
    {"an amount that a loop has computed of it",
     "v = KernelMap.get(:h, 1, 0)\nd = for _ <- 1..2, reduce: 0, do: (n -> n + v)\nKernelMap.put(:h, 1, v + d)"},
    {"an amount that is looked up by it",
     "v = KernelMap.get(:h, 1, 0)\nd = KernelMap.get(:h, v &&& 3, 0)\nKernelMap.put(:h, 1, v + d)"},
    {"a put in what is printed before it",
     "v = KernelMap.get(:s, 1, 0)\nbpf_printk(\"%d\", [elem({1, KernelMap.put(:s, 1, 9)}, 0)])\nKernelMap.put(:s, 1, v + 3)"},
    {"a put in an item of the list that it is in the tail of",
     "v = KernelMap.get(:s, 1, 0)\n_ = length([KernelMap.put(:s, 1, 9) | (KernelMap.put(:s, 1, v + 3); [1])])"}
  ]

  # What is read by the name is not what the map has any more, or is of another key, or is more than once.
  @not_fused [
    {"a put before it",
     "case bpf_map_lookup_elem(:h, 1) do\nnil -> PUT\nn ->\nbpf_map_update_elem(:h, 1, 7, :bpf_any)\nADD(n)\nend"},
    {"a lookup of another key",
     "case bpf_map_lookup_elem(:h, 2) do\nnil -> PUT\nn -> ADD(n)\nend"},
    {"a value of both",
     "v = bpf_map_lookup_elem(:h, 1)\ncase v do\nnil -> PUT\nn -> bpf_map_update_elem(:h, 1, n + v, :bpf_any)\nend"},
    {"the name of another lookup",
     "case bpf_map_lookup_elem(:h, 1) do\nnil -> PUT\nm ->\ncase bpf_map_lookup_elem(:h, 2) do\nnil -> m\nn -> ADD(n)\nend\nend"},
    {"a name that is bound again",
     "case bpf_map_lookup_elem(:h, 1) do\nnil -> PUT\nn ->\nn = n &&& 3\nADD(n)\nend"},
    {"behind a case in which it was put",
     "v = bpf_map_lookup_elem(:h, 1)\ncase v do\nnil -> PUT\n_ -> PUT\nend\nif v, do: ADD(v)"},
    {"behind a put in what is printed",
     "v = bpf_map_lookup_elem(:s, 1)\nbpf_printk(\"%d\", [elem({1, KernelMap.put(:s, 1, 9)}, 0)])\nKernelMap.put(:s, 1, v + 3)"},
    {"behind a put in an item of the list that it is in the tail of",
     "v = bpf_map_lookup_elem(:s, 1)\n_ = length([KernelMap.put(:s, 1, 9) | (KernelMap.put(:s, 1, v + 3); [1])])"}
  ]

  for {{name, body}, n} <- Enum.with_index(@fused) do
    test "fused: #{name}" do
      fused = compile(unquote(body), "Fused#{unquote(n)}", true)
      assert additions(fused) == 2
      assert_same(fused, compile(unquote(body), "Fused#{unquote(n)}.Off", false))
    end
  end

  for {{name, body}, n} <- Enum.with_index(@not_fused) do
    test "not fused: #{name}" do
      module = compile(unquote(body), "NotFused#{unquote(n)}", true)
      assert additions(module) == 0
      assert_same(module, compile(unquote(body), "NotFused#{unquote(n)}.Off", false))
    end
  end

  for {list, expected} <- [{@traced, 1}, {@arms, 2}, {@not_traced, 0}],
      {{name, body}, n} <- Enum.with_index(list) do
    test "additions of what has other names, #{expected}: #{name}" do
      name = "Traced#{unquote(expected)}.N#{unquote(n)}"
      module = compile(unquote(body), name, true)
      assert additions(module) == unquote(expected)
      assert_same(module, compile(unquote(body), name <> ".Off", false))
    end
  end

  # Each is one but for this.
  @conditions [
    {"nothing", "", ":bpf_hash", ":u64", "", 1},
    {"an array", "", ":bpf_array", ":u64", "", 1},
    {"values of 4 bytes", "", ":bpf_hash", ":s32", "", 1},
    {"values of 2 bytes", "", ":bpf_hash", ":u16", "", 0},
    {"values in network order", "", ":bpf_hash", "{:be, :u32}", "", 0},
    {"elements that are evicted", "", ":bpf_lru_hash", ":u64", "", 0},
    {"overflow", ", overflow: :raise", ":bpf_hash", ":u64", "", 0},
    {"a delete", "", ":bpf_hash", ":u64", "KernelMap.delete(:h, 2)", 0},
    {"a put over others", "", ":bpf_hash", ":u64", "KernelMap.put(:h, 2, 7)", 0}
  ]

  for {{name, options, kind, type, other, expected}, n} <- Enum.with_index(@conditions) do
    test "a sum with a default is fused, but for conditions: #{name}" do
      module = Module.concat(__MODULE__, "Condition#{unquote(n)}")

      ExUnit.CaptureIO.capture_io(:stderr, fn ->
        Code.compile_string("""
        defmodule #{inspect(module)} do
          use Honey, license: "GPL"#{unquote(options)}
          import Honey.BpfHelpers
          alias Honey.KernelMap
          defmap :h, #{unquote(kind)}, max_entries: 64, key_type: :u32, value_type: #{unquote(type)}

          @sec "raw_tracepoint/sched_switch"
          def program(_ctx), do: KernelMap.put(:h, 1, (bpf_map_lookup_elem(:h, 1) || 0) + 3)

          @sec "raw_tracepoint/sched_wakeup"
          def other(_ctx) do
            #{unquote(other)}
            0
          end
        end
        """)
      end)

      assert additions(module) == unquote(expected)
    end
  end

  test "a subtraction is one, too" do
    body =
      "case bpf_map_lookup_elem(:h, 1) do\nnil -> 0\nn -> bpf_map_update_elem(:h, 1, n - 3, :bpf_any)\nend"

    fused = compile(body, "Subtracted", true)
    assert additions(fused) == 1
    assert_same(fused, compile(body, "Subtracted.Off", false))
  end

  defp compile(body, name, fuse) do
    module = Module.concat(__MODULE__, name)

    body =
      ~r/ADD\((\w+)\)/
      |> Regex.replace(body, fn _, n -> add(n) end)
      |> String.replace("PUT", @put)

    ExUnit.CaptureIO.capture_io(:stderr, fn -> compile_source(module, body, fuse) end)
    module
  end

  defp compile_source(module, body, fuse) do
    Code.compile_string("""
    defmodule #{inspect(module)} do
      use Honey, license: "GPL", fuse: #{fuse}
      import Honey.BpfHelpers
      alias Honey.KernelMap, warn: false
      defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64
      defmap :s, :bpf_array, max_entries: 4, key_type: :u32, value_type: :u64

      @sec "raw_tracepoint/sched_switch"
      def program(_ctx) do
        #{body}
        0
      end

      #{if body =~ "change()", do: "defp change, do: KernelMap.put(:h, 1, 9)"}
    end
    """)
  end

  defp additions(module) do
    ~r/__sync_fetch_and_(add|sub)\((found|there)/
    |> Regex.scan(module.__honey__(:c_source))
    |> length()
  end

  defp assert_same(one, other) do
    for held <- [%{}, %{1 => 5}, %{1 => 40}, %{2 => 9}, %{1 => 5, 2 => 9}] do
      [one, other] =
        for module <- [one, other], do: Honey.Sim.run(module, :program, maps: %{h: held}).maps

      assert {held, one} == {held, other}
    end
  end
end
