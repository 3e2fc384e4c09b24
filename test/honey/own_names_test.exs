defmodule Honey.OwnNamesTest do
  @moduledoc "Variables of programs may be called as the generated C calls its own."

  use ExUnit.Case, async: true

  @names Regex.scan(~r/^OWN_NAME\((\w+)\)/m, File.read!("c_src/compiler/emit/own_name.def"))
         |> Enum.map(&(&1 |> List.last() |> String.to_atom()))
         |> Enum.reject(&(&1 == :end))

  # Each is a parameter, a variable and a turn's value, among what the C has variables of its own for.
  @source """
  defmodule Honey.OwnNamesTest.Names do
    use Honey, license: "GPL", kernel: "5.17"
    import Honey.BpfHelpers

    defmap :seen, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :s64

  #{for {name, n} <- Enum.with_index(@names) do
    """
      @sec "syscall"
      def run_#{n}(_ctx), do: elem(named_#{n}(3, 5), 0)

      defp named_#{n}(#{name}, other) do
        text = "\#{bpf_get_current_comm()} \#{#{name}}/\#{other}"
        {#{name}, sum} = for #{name} <- 1..other, reduce: {#{name}, 0}, do: ({m, s} -> {m + #{name}, s + m})
        bpf_printk("%d %s", [#{name}, text])
        bpf_map_update_elem(:seen, #{name}, sum, :bpf_any)
        {#{name} + byte_size(text), sum}
      end
    """
  end}
  end
  """

  test "all of them" do
    ExUnit.CaptureIO.capture_io(:stderr, fn -> Code.compile_string(@source, "own_names.ex") end)
    module = Honey.OwnNamesTest.Names
    assert <<0x7F, "ELF", _::binary>> = module.__honey__(:elf)

    for n <- 0..(length(@names) - 1) do
      run = Honey.Sim.run(module, :"run_#{n}", ctx: %{}, comm: "ab")
      assert {run.raised, run.return, run.maps.seen} == {nil, 18 + 6, %{18 => 3 + 4 + 6 + 9 + 13}}
    end
  end
end
