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
     "v = bpf_map_lookup_elem(:h, 1)\ncase v do\nnil -> PUT\n_ -> PUT\nend\nif v, do: ADD(v)"}
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

    Code.compile_string("""
    defmodule #{inspect(module)} do
      use Honey, license: "GPL", fuse: #{fuse}
      import Honey.BpfHelpers
      defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

      @sec "raw_tracepoint/sched_switch"
      def program(_ctx) do
        #{body}
        0
      end
    end
    """)

    module
  end

  defp additions(module) do
    ~r/__sync_fetch_and_(add|sub)/ |> Regex.scan(module.__honey__(:c_source)) |> length()
  end

  defp assert_same(one, other) do
    for held <- [%{}, %{1 => 5}, %{1 => 40}, %{2 => 9}, %{1 => 5, 2 => 9}] do
      [one, other] =
        for module <- [one, other], do: Honey.Sim.run(module, :program, maps: %{h: held}).maps

      assert {held, one} == {held, other}
    end
  end
end
