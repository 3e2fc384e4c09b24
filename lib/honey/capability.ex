defmodule Honey.Capability do
  @moduledoc false
  # Linux capabilities: those that this process has, and those that a step wants, by the names that
  # setcap(8) takes.

  import Bitwise

  # include/uapi/linux/capability.h
  @numbers %{
    cap_dac_read_search: 2,
    cap_net_admin: 12,
    cap_sys_admin: 21,
    cap_perfmon: 38,
    cap_bpf: 39
  }

  @type name :: :cap_dac_read_search | :cap_net_admin | :cap_sys_admin | :cap_perfmon | :cap_bpf

  # What the kernel asks for beside CAP_BPF when it loads a program, by the first part of its
  # section: kernel/bpf/syscall.c, is_perfmon_prog_type() and is_net_admin_prog_type().
  @tracing ~w(tracepoint tp raw_tracepoint raw_tp tp_btf kprobe kretprobe ksyscall kretsyscall uprobe
    uretprobe usdt perf_event fentry fexit fmod_ret fentry.s fexit.s fmod_ret.s lsm lsm.s lsm_cgroup
    iter iter.s struct_ops freplace)
  @network ~w(xdp tc tcx classifier action lwt_in lwt_out lwt_xmit lwt_seg6local sk_skb sk_msg
    flow_dissector cgroup sockops netfilter sk_lookup freplace)
  # Of the sections of control groups, those that any user's program may have.
  @packets ["cgroup_skb", "cgroup/skb"]
  @network_maps [
    :bpf_devmap,
    :bpf_devmap_hash,
    :bpf_sockmap,
    :bpf_sockhash,
    :bpf_xskmap
  ]

  @doc "The names."
  @spec names() :: [name]
  def names, do: Map.keys(@numbers)

  @doc "Those of the names that this process has in effect."
  @spec effective() :: [name]
  def effective do
    with {:ok, status} <- File.read("/proc/self/status"),
         [hex] <- Regex.run(~r/^CapEff:\s*([0-9a-f]+)/m, status, capture: :all_but_first) do
      bits = String.to_integer(hex, 16)
      for {name, number} <- @numbers, (bits >>> number &&& 1) == 1, do: name
    else
      _ -> []
    end
  end

  @doc "What a step takes with programs of these sections, or with a map of that type."
  @spec needed(Honey.Error.step(), [section :: String.t()], map_type :: atom) :: [name]
  def needed(step, sections, map_kind) do
    tracing? = Enum.any?(sections, &(kind(&1) in @tracing))
    network? = Enum.any?(sections, &network?/1) or map_kind in @network_maps

    uprobe? =
      step == :attach and Enum.any?(sections, &(kind(&1) in ["uprobe", "uretprobe", "usdt"]))

    [cap_bpf: true, cap_perfmon: tracing?, cap_net_admin: network?, cap_sys_admin: uprobe?]
    |> Enum.filter(&elem(&1, 1))
    |> Enum.map(&elem(&1, 0))
  end

  defp network?(section),
    do: kind(section) in @network and not String.starts_with?(section, @packets)

  # "uprobe.s/..." and "xdp.frags" are as those without what follows the dot.
  defp kind(section) do
    first = section |> String.split("/") |> hd() |> String.trim_leading("?")
    if first in @tracing, do: first, else: first |> String.split(".") |> hd()
  end

  @doc "Those of the wanted ones that are not held. bpf(2) takes CAP_SYS_ADMIN for any of its own."
  @spec missing([name], [name]) :: [name]
  def missing(wanted, held \\ effective()) do
    implied = if :cap_sys_admin in held, do: [:cap_bpf, :cap_perfmon, :cap_net_admin], else: []
    (wanted -- implied) -- held
  end

  @doc "As people write it: `CAP_BPF`."
  @spec text(name) :: String.t()
  def text(name), do: name |> Atom.to_string() |> String.upcase()
end
