defmodule Honey.Capability do
  @moduledoc false
  # Linux capabilities: those that this process has, by the names that setcap(8) takes.

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
