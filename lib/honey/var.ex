defmodule Honey.Var do
  @moduledoc """
  The variables that `Honey.defvar/4` defines: read and written from Elixir, and changed by programs.

      defmodule Limiter do
        use Honey, license: "GPL"

        defvar :threshold, :u64, 1000
        defvar :enabled, :bool, true, live: true
        defvar :hits, :u64, live: true

        @sec "tracepoint/raw_syscalls/sys_enter"
        def on_enter(ctx) do
          if enabled() and ctx.id < threshold(), do: Honey.Var.update(:hits, &(&1 + 1))
          0
        end
      end

      {:ok, limiter} = Honey.start_link(Limiter, vars: [threshold: 400])
      Honey.Var.get(limiter, :hits)               #=> 4711
      Honey.Var.put(limiter, :enabled, false)     #=> :ok
      Honey.Var.get(limiter, :threshold)          #=> 400

  ## In Elixir

  `get/2` and `put/3` take an object, or a process that owns one. Values are terms of the variable's type, as in maps
  (`Honey.Type`); one that does not fit is refused with the field and its range. Live variables lie in memory that
  the kernel and Elixir share, so access is no system call, and programs see what is put at once.

  What is one number - an integer, `:bool`, an enum - is read and written in one step, and so are the variables beside it:
  writing one never undoes what a program, on another CPU, has just written to its neighbour. Structs, arrays and strings
  are copied: a reader, while another one writes, may see some of its fields from before and some from after.

  ## In programs

  A variable is read as a function of its name, `threshold()`; the functions of this module with two arguments,
  of which the first is the variable's name, change it. Each reading reads anew: bind it, `limit = threshold()`, where
  two readings must agree. A constant cannot be changed.

  Errors have the step `:var`, the variable's name as `var`, and the reasons `:unknown_var`, `:constant`, `:type`, `:range`,
  `:size` or `:closed`.
  """

  alias Honey.BpfHelpers.Dispatch
  alias Honey.{Codec, Error, LoaderNif, Object}

  @enforce_keys [:name, :live, :codec]
  @derive {Inspect, only: [:name, :live]}
  defstruct [:name, :live, :codec, :value, :offset]

  @typedoc """
  What an object knows of a variable: of a constant its `value`, of a live one where it is.
  """
  @type t :: %__MODULE__{
          name: atom(),
          live: boolean(),
          codec: Codec.t(),
          value: term(),
          offset: non_neg_integer() | nil
        }

  @typedoc "Why a variable could not be read or set; the error's step is `:var`."
  @type failure :: {:error, Error.t()}

  @doc """
  The value of a variable: of a live one as it is now, of a constant as it was loaded.

      Honey.Var.get(limiter, :hits)   #=> 4711

  Where a value may be `{:error, 7}`, of the type `{{:enum, [:ok, :error]}, :u64}`, `get!/2` tells it from an error.
  """
  @spec get(Object.source(), atom()) :: term() | failure()
  def get(object, name) do
    access(object, name, fn
      ref, %{live: true} = var -> read(ref, var)
      ref, var -> with(:ok <- alive(ref, var), do: var.value)
    end)
  end

  @doc """
  As `get/2`, but raises `Honey.Error` instead of answering `{:error, error}`.

      Honey.Var.get!(limiter, :hits) * 100
  """
  @spec get!(Object.source(), atom()) :: term()
  def get!(object, name), do: Error.answer!(get(object, name))

  # Again, when the process has got another object meanwhile.
  defp access(object, name, function) do
    with {:ok, ref, var} <- Object.fetch_var(object, name) do
      case function.(ref, var) do
        {:error, %Error{reason: :closed}} = error ->
          if Object.replaced?(object, ref), do: access(object, name, function), else: error

        answer ->
          answer
      end
    end
  end

  @doc """
  Sets a live variable.

      Honey.Var.put(limiter, :enabled, false)

  A constant is refused with `reason: :constant`: it is set by `Honey.load(mod, vars: [threshold: 5])`.
  """
  @spec put(Object.source(), atom(), term()) :: :ok | failure()
  def put(object, name, value) do
    access(object, name, fn ref, var ->
      with :ok <- changeable(var),
           {:ok, bytes} <- encode(var.name, var.codec, value),
           do: ref |> LoaderNif.var_put(var.offset, bytes) |> answer(var)
    end)
  end

  @doc """
  As `put/3`, but raises `Honey.Error` instead of answering `{:error, error}`.

      Honey.Var.put!(limiter, :enabled, false)
  """
  @spec put!(Object.source(), atom(), term()) :: :ok
  def put!(object, name, value), do: Error.answer!(put(object, name, value))

  @doc """
  In programs: sets a live variable, `Honey.Var.put(:enabled, false)`. Answers `:ok`.

  A number is one store; a struct, an array or a string is copied. A number that does not fit keeps its lowest bits, with
  a warning where that is certain.

      if ctx.id == 0, do: Honey.Var.put(:enabled, false)
  """
  @spec put(atom(), term()) :: :ok
  def put(name, value) when is_atom(name) do
    Dispatch.check!(outside("put"))
    Dispatch.call(:put_var, [name, value])
  end

  @doc """
  In programs: adds to a live integer of 32 or 64 bits, or subtracts from it, `Honey.Var.update(:hits, &(&1 + 1))`.
  Answers `:ok`.

  It is one atomic step: of two CPUs that add at the same time, no addition is lost. So the function is one that adds to
  its argument or subtracts from it; others are refused.

      Honey.Var.update(:hits, &(&1 + 1))
  """
  @spec update(atom(), (integer() -> integer())) :: :ok
  def update(name, function) when is_atom(name) and is_function(function, 1) do
    Dispatch.check!(outside("update"))
    Dispatch.call(:update_var, [name, function])
  end

  defp outside(function) do
    "`Honey.Var.#{function}/2` is for BPF programs only, that is for functions with `@sec` and for " <>
      "what they call; elsewhere, give the object first: `Honey.Var.put(object, :name, value)`"
  end

  @doc false
  # What `threshold()` is outside of programs. It is called, so that Elixir takes no default for
  # the only value that there can be.
  @spec initial(term()) :: term()
  def initial(value), do: value

  @doc false
  @spec encode(atom(), Codec.t(), term()) :: {:ok, binary()} | failure()
  def encode(name, codec, value) do
    with {:error, {problem, cause}} <- Codec.encode(codec, value),
         do: {:error, Error.new(step: :var, reason: problem, var: name, cause: cause)}
  end

  defp read(ref, var) do
    case LoaderNif.var_get(ref, var.offset, Codec.size(var.codec)) do
      {:ok, bytes} -> Codec.decode(var.codec, bytes)
      {:error, reason} -> {:error, Error.from_loader(:var, reason, var: var.name)}
    end
  end

  defp alive(ref, var), do: ref |> LoaderNif.object_alive() |> answer(var)

  defp answer(:ok, _var), do: :ok

  defp answer({:error, reason}, var),
    do: {:error, Error.from_loader(:var, reason, var: var.name)}

  defp changeable(%{live: true}), do: :ok

  defp changeable(%{name: name}) do
    {:error,
     Error.new(
       step: :var,
       reason: :constant,
       var: name,
       cause: "it is a constant, which is fixed when the object is loaded",
       hint: "load it with `vars: [#{name}: ...]`, or let its `defvar` say `live: true`"
     )}
  end
end
