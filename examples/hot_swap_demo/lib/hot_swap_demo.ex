defmodule HotSwapDemo do
  @moduledoc """
  Programs that are replaced while they run, with the counts that they have made.

      {:ok, pid} = HotSwapDemo.start_link(HotSwapDemo.One)
      HotSwapDemo.calls(pid)                        #=> 4711
      Honey.upgrade(pid, module: HotSwapDemo.Two)
      HotSwapDemo.calls(pid)                        #=> 4730, it went on
      HotSwapDemo.threads(pid)                      #=> [{"2_dirty_io_sched", 19}]

  What is counted are calls of fdatasync by this VM, which makes none unless it is asked to. In a project of your own,
  the versions are one module that you change: `recompile` in IEx, or a new release and `Honey.upgrade(pid)`.
  """

  @doc "Starts a version; options are those of `Honey.start_link/2`."
  @spec start_link(module, keyword) :: {:ok, pid} | {:error, Honey.Error.t()}
  def start_link(version, options \\ []) do
    process = String.to_integer(System.pid())
    Honey.start_link(version, [vars: [process: process]] ++ options)
  end

  @doc "How many calls were counted, by whichever version."
  @spec calls(Honey.object()) :: non_neg_integer | {:error, Honey.Error.t()}
  def calls(object), do: Honey.Map.get(object, :calls, 0)

  @doc "The calls by the names of the threads that made them, as version two counts them."
  @spec threads(Honey.object()) :: [{String.t(), pos_integer}]
  def threads(object), do: object |> Honey.Map.to_list!(:threads) |> Enum.sort()
end
