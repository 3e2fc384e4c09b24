defmodule Honey.Telemetry do
  @moduledoc """
  Events of the library `:telemetry`, where a project has it; Honey itself does not depend on it.

  | event | measurements | metadata |
  | --- | --- | --- |
  | `[:honey, :load, :start]` | `system_time`, `monotonic_time` | `object`, `module`, `owner` |
  | `[:honey, :load, :stop]` | `duration`, `monotonic_time` | the same, and `error` |
  | `[:honey, :load, :exception]` | `duration`, `monotonic_time` | the same, and `kind`, `reason`, `stacktrace` |
  | `[:honey, :attach, :start]` | `system_time`, `monotonic_time` | `object`, `module`, `owner`, `program`, `section`, `interface` |
  | `[:honey, :attach, :stop]` | `duration`, `monotonic_time` | the same, and `error` |
  | `[:honey, :attach, :exception]` | `duration`, `monotonic_time` | the same, and `kind`, `reason`, `stacktrace` |
  | `[:honey, :upgrade, :start]` | `system_time`, `monotonic_time` | `object`, `module`, `owner` |
  | `[:honey, :upgrade, :stop]` | `duration`, `monotonic_time` | the same, `error`, and `programs`, `maps`, `vars` |
  | `[:honey, :upgrade, :exception]` | `duration`, `monotonic_time` | `object`, `module`, `owner`, and `kind`, `reason`, `stacktrace` |
  | `[:honey, :events, :lost]` | `count` | `object`, `module`, `ring`, `id` |

  Times are in native units, as of every span of `:telemetry`. A start has its stop also where the
  kernel refuses: `error` is then the `Honey.Error`, and nil where all went well; an exception is one of
  the caller's, such as an unknown option. `object` is its name as text, `module` is nil for an object
  from a file, and `interface` is that of an XDP program, or nil. `owner` is the process that does it: of what
  `Honey.start_link/2` starts that is the one that owns the object, so that two of one module can be told apart.

  An upgrade (`Honey.upgrade/2`, or a hot swap) is told by the process that owns the object; `module` is the one that has the new
  version. `programs`, `maps` and `vars` are those of `Honey.Upgrade`, empty where it was refused. Programs that only the new
  version has are attached with events of their own.

  What a ring lost is told by the process
  that reads it for its subscribers (`Honey.Events.subscribe/3`), once for the ring and not for each of
  them; `id` is the kernel's number of the map, which `Honey.object/1` tells.

      :telemetry.attach("lost", [:honey, :events, :lost], &MyApp.count_lost/4, nil)
  """

  @doc false
  # What is refused is `{:error, error}`. `more` is what the stop's metadata have of the result.
  @spec span([atom], map, (() -> result), (result -> map)) :: result when result: term
  def span(name, metadata, function, more \\ fn _ -> %{} end) do
    if listened?(:span) do
      apply(:telemetry, :span, [
        [:honey | name],
        metadata,
        fn ->
          result = function.()
          {result, metadata |> Map.put(:error, error(result)) |> Map.merge(more.(result))}
        end
      ])
    else
      function.()
    end
  end

  defp error({:error, error}), do: error
  defp error(_result), do: nil

  @doc false
  @spec execute([atom], map, map) :: :ok
  def execute(name, measurements, metadata) do
    if listened?(:execute),
      do: apply(:telemetry, :execute, [[:honey | name], measurements, metadata])

    :ok
  end

  # Who listens has called the library, so that it is loaded. To look for one that is not takes milliseconds, which
  # the reader of a ring does not have while the ring is full.
  defp listened?(function), do: function_exported?(:telemetry, function, 3)
end
