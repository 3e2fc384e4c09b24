defmodule HotSwapDemo.Refused do
  @moduledoc """
  Versions that come to nothing: the one that runs stays.

  `broken/0` is a source that Honey does not compile. `Changed` compiles, and has another map of the old name; `Unloadable`
  calls a function that no kernel has, which is known when it is loaded.
  """

  defmodule Changed do
    @moduledoc "Counts in 32 bits, which is not the map that there is."

    use Honey, license: "GPL"

    defmap :calls, :bpf_array, max_entries: 1, key_type: :u32, value_type: :u32
    defvar :process, :u32, 0

    @sec "tracepoint/syscalls/sys_enter_fdatasync"
    def on_call(_ctx) do
      Honey.KernelMap.count(:calls, 0)
      0
    end
  end

  defmodule Unloadable do
    @moduledoc "Asks the kernel what it cannot tell."

    use Honey, license: "GPL", kernel: "6.1"

    defmap :calls, :bpf_array, max_entries: 1, key_type: :u32, value_type: :u64
    defvar :process, :u32, 0

    defkfunc :hot_swap_demo_urgency, [], :u32

    @sec "tracepoint/syscalls/sys_enter_fdatasync"
    def on_call(_ctx) do
      if hot_swap_demo_urgency() > 2, do: Honey.KernelMap.count(:calls, 0)
      0
    end
  end

  @doc "Half a call is no integer, and the kernel has no other numbers."
  @spec broken() :: String.t()
  def broken do
    """
    defmodule HotSwapDemo.Broken do
      use Honey, license: "GPL"

      defmap :calls, :bpf_array, max_entries: 1, key_type: :u32, value_type: :u64

      @sec "tracepoint/syscalls/sys_enter_fdatasync"
      def on_call(_ctx), do: Honey.KernelMap.sum(:calls, 0, 0.5)
    end
    """
  end
end
