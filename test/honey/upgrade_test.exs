defmodule Honey.UpgradeTest do
  @moduledoc """
  `Honey.upgrade/2`: what goes on, what begins anew, what is refused, and that nothing is left behind.
  """

  use ExUnit.Case, async: false

  alias Honey.{Error, Upgrade, Var}
  alias Honey.Test.{Calls, Kernel}

  @moduletag Kernel.tags()
  @moduletag :tmp_dir

  defmodule First do
    use Honey, license: "GPL", kernel: "5.14"

    defmap :seen, :bpf_array, max_entries: 4, key_type: :u32, value_type: :u64
    defmap :names, :bpf_hash, max_entries: 8, key_type: :u32, value_type: :u64
    defmap :gone, :bpf_hash, max_entries: 8, key_type: :u32, value_type: :u64
    defvar :who, :s64, 0
    defvar :limit, :u64, 5
    defvar :hits, :u64, live: true
    defvar :mode, :u64, 7, live: true

    @sec "tracepoint/syscalls/sys_enter_getpriority"
    def on_call(ctx) do
      if ctx.who == who() do
        Honey.KernelMap.count(:seen, 0)
        Honey.Var.update(:hits, &(&1 + 1))
        if mode() == 9, do: Honey.KernelMap.count(:gone, limit())
      end

      0
    end

    @sec "tracepoint/syscalls/sys_exit_getpriority"
    def on_return(_ctx), do: 0
  end

  defmodule Second do
    use Honey, license: "GPL", kernel: "5.14"

    defmap :seen, :bpf_array, max_entries: 4, key_type: :u32, value_type: :u64
    defmap :names, :bpf_hash, max_entries: 16, key_type: :u32, value_type: :u32
    defmap :fresh, :bpf_hash, max_entries: 8, key_type: :u32, value_type: :u64
    defvar :who, :s64, 0
    defvar :limit, :u64, 6
    defvar :hits, :u64, live: true
    defvar :mode, :u32, 8, live: true
    defvar :more, :u64, 3, live: true

    @sec "tracepoint/syscalls/sys_enter_getpriority"
    def on_call(ctx) do
      if ctx.who == who() do
        Honey.KernelMap.count(:seen, 1)
        Honey.Var.update(:hits, &(&1 + 1))
        if mode() == 9, do: Honey.KernelMap.count(:fresh, limit())
      end

      0
    end

    @sec "raw_tracepoint/sys_enter"
    def on_enter(_ctx), do: 0
  end

  defp start(module, options \\ []) do
    options = Keyword.merge([vars: [who: Calls.number()], hot_swap: false], options)
    start_supervised!({Honey, {module, options}}, id: make_ref())
  end

  defp object(pid) do
    {:ok, object} = Honey.Owners.object(pid)
    object
  end

  test "replaces what runs" do
    pid = start(First)
    old = object(pid)
    seen = Honey.map(pid, :seen)
    names = Honey.map(pid, :names)
    assert Honey.Map.put(names, 1, 2) == :ok
    assert Honey.Map.put(seen, 3, 33) == :ok
    assert Var.put(pid, :hits, 40) == :ok

    assert {:error, %Error{step: :upgrade, reason: :changed, map: :names} = error} =
             Honey.upgrade(pid, module: Second)

    assert Exception.message(error) =~
             "no upgrade: map `names`: `max_entries` was 8 and is 16, `value_type` was :u64 and is :u32"

    assert object(pid) == old
    assert {:ok, %Upgrade{} = upgrade} = Honey.upgrade(pid, module: Second, on_change: :reset)
    assert upgrade.maps == %{seen: :kept, names: :reset, gone: :removed, fresh: :added}
    assert upgrade.vars == %{hits: :kept, mode: :reset, more: :added}
    assert upgrade.programs == %{on_call: :overlap, on_return: :detached, on_enter: :attached}
    assert upgrade.errors == []
    assert object(pid) == upgrade.object
    assert Honey.Map.get(seen, 3) == 33
    assert Honey.Map.get(pid, :seen, 3) == 33
    assert {:error, %Error{reason: :closed}} = Honey.Map.get(names, 1)
    assert {:error, %Error{reason: :closed}} = Honey.Map.get(old, :names, 1)
    assert {:error, %Error{reason: :closed}} = Honey.errors(old)
    assert {:error, %Error{reason: :unknown_map}} = Honey.Map.get(pid, :gone, 1)
    assert Var.get(pid, :hits) == 40
    assert Var.get(pid, :mode) == 8
    assert Var.get(pid, :who) == Calls.number()
    assert Var.get(pid, :limit) == 6
  end
end
