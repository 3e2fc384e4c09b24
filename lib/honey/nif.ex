defmodule Honey.Nif do
  @moduledoc """
  The compiler: a native library that turns a unit (`Honey.Unit`) into a BPF object.

  It needs no privileges and no libbpf; the only program that it runs is clang. The half that
  talks to the kernel is another library, so that a machine which only builds, or only runs, needs
  one of the two.

      iex> Enum.find(Honey.Nif.map_kinds(), &(&1.name == :bpf_queue)).kernel
      "4.20"

  These are its functions, one to one; `Honey.Compiler` is what calls them. Some are the tables that the compiler has of the
  kernel: helpers, types of maps and of programs, tracepoints.

  Loading this module always succeeds. Where the library is missing or does not fit, each
  function raises `Honey.ToolError` with the reason.
  """

  @on_load :load

  @doc false
  @spec load() :: :ok
  def load do
    reason =
      case :erlang.load_nif(String.to_charlist(Path.rootname(path())), 0) do
        :ok -> nil
        {:error, {:reload, _}} -> nil
        {:error, {_, text}} -> List.to_string(text)
      end

    :persistent_term.put(__MODULE__, reason)
  end

  @doc """
  Where the library is: below `priv`, under a name that tells the Erlang/OTP and the machine.

      iex> Path.extname(Honey.Nif.path())
      ".so"
  """
  @spec path() :: Path.t()
  def path do
    target = List.to_string(:erlang.system_info(:system_architecture))
    Path.join(priv(), "honey_compiler-#{System.otp_release()}-#{target}.so")
  end

  # The code server does not know the application while Mix compiles it for the first time.
  defp priv do
    case :code.priv_dir(:honey) do
      {:error, :bad_name} -> Path.join(app_path(), "priv")
      directory -> List.to_string(directory)
    end
  end

  defp app_path do
    apply(Mix.Project, :app_path, [])
  catch
    _, _ -> File.cwd!()
  end

  @doc """
  Compiles a unit.

  The diagnostics of the user's program, its errors and its warnings, are maps as
  `Honey.Diagnostic` has them. What is the machine's fault, such as a missing clang, is
  `{:error, {:machine, kind, text}}`; a fault of Honey's own is `{:error, {:bug, text}}`.

      unit = Switches.__honey__(:unit)
      environment = %{root: File.cwd!(), clang: System.find_executable("clang"), dump: [:all]}
      {:ok, result} = Honey.Nif.compile(unit, environment)
  """
  @spec compile(unit :: map, environment :: map) ::
          {:ok, map}
          | {:error, [map]}
          | {:error, {:machine, kind :: atom, text :: String.t()}}
          | {:error, {:bug, text :: String.t()}}
  def compile(unit, environment), do: missing(:compile, [unit, environment])

  @doc """
  The intermediate representation of a unit, as a term: what `Honey.Sim` runs.

  With the key `:entry`, `%{name: atom, arguments: [type]}`, the unit is that of one function that
  is no program, for arguments of these types. Answers as `compile/2`.

      {:ok, representation} = Honey.Nif.represent(Switches.__honey__(:unit))
  """
  @spec represent(unit :: map) ::
          {:ok, map}
          | {:error, [map]}
          | {:error, {:machine, kind :: atom, text :: String.t()}}
          | {:error, {:bug, text :: String.t()}}
  def represent(unit), do: missing(:represent, [unit])

  @doc """
  The names of all operations that the intermediate representation can have.

      iex> :ADD in Honey.Nif.operations()
      true
  """
  @spec operations() :: [atom]
  def operations, do: missing(:operations, [])

  @doc """
  The helpers that programs can call: one map for each name and arity.

      iex> %{number: number, kernel: kernel, gpl: gpl} = Enum.find(Honey.Nif.helpers(), &(&1.name == "bpf_ktime_get_ns"))
      iex> {number, kernel, gpl}
      {5, "4.1", false}
  """
  @spec helpers() :: [map]
  def helpers, do: missing(:helpers, [])

  @doc """
  The types of maps that `Honey.defmap/3` knows, those included that it refuses by name.

      iex> for %{name: name, per_cpu: true, key: :any} <- Honey.Nif.map_kinds(), do: name
      [:bpf_percpu_hash, :bpf_lru_percpu_hash]
  """
  @spec map_kinds() :: [map]
  def map_kinds, do: missing(:map_kinds, [])

  @doc """
  The types of programs, each with the section names that mean it.

      iex> %{kernel: "4.8", section: "xdp"} in Honey.Nif.program_kinds()
      true
  """
  @spec program_kinds() :: [map]
  def program_kinds, do: missing(:program_kinds, [])

  @doc """
  The names of the tracepoints that the compiler knows, such as `"sched/sched_switch"`, sorted.

      iex> "sched/sched_switch" in Honey.Nif.tracepoints()
      true
  """
  @spec tracepoints() :: [String.t()]
  def tracepoints, do: missing(:tracepoints, [])

  @doc """
  A tracepoint and its fields, as a program for this kernel (major * 256 + minor) and newer ones has
  them; nil for one that the compiler does not know.

      iex> tracepoint = Honey.Nif.tracepoint("sched/sched_process_exec", 5 * 256 + 10)
      iex> for field <- tracepoint.fields, do: field.name
      ["filename", "pid", "old_pid"]
  """
  @spec tracepoint(name :: String.t(), kernel :: non_neg_integer) :: map | nil
  def tracepoint(name, kernel), do: missing(:tracepoint, [name, kernel])

  defp missing(function, arguments) do
    :erlang.nif_error(
      Honey.ToolError.exception(kind: :library, text: missing_text(function, arguments))
    )
  end

  defp missing_text(function, arguments) do
    reason = :persistent_term.get(__MODULE__, nil) || "it does not have this function"
    "Honey's compiler library cannot do #{function}/#{length(arguments)}: #{reason}"
  end
end
