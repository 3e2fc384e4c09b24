defmodule Honey.Kfunc do
  @moduledoc """
  Functions of the kernel that it lets programs call, besides its helpers: kfuncs. A kernel has hundreds of them, other ones
  than the kernel before; so a module declares those that it calls, with `defkfunc`.

      defmodule Names do
        use Honey, license: "GPL", kernel: "6.17"
        import Honey.BpfHelpers

        defkfunc :bpf_strnlen, [:string, :u64], :size, kernel: "6.17"

        @sec "syscall"
        def length(_ctx) do
          case bpf_strnlen(bpf_get_current_comm(), 16) do
            {:error, _} -> 0
            length -> length
          end
        end
      end

  The declaration makes a macro of the module, by which the functions after it call the kernel's function. It is

      defkfunc name, parameters, result, options

  | parameter | in C | in Elixir |
  | --- | --- | --- |
  | `:u16`, `:u32`, `:u64`, `:s32`, `:s64` | an integer | an integer |
  | `:string` | `const char *` | a string |

  | result | in C | in Elixir |
  | --- | --- | --- |
  | `:u32`, `:s32`, `:u64`, `:s64` | an integer | an integer |
  | `:void` | `void` | `:ok` |
  | `:status` | an `int`, 0 or a negative error number | `:ok`, or `{:error, reason}` |
  | `:size` | an `int`, a number or a negative error number | an integer, or `{:error, reason}` |

  Options:

    * `kernel:` - the first kernel that has it, such as `"6.17"`. A module for older ones (`use Honey, kernel:`) that calls it
      is refused. Without the option it is 5.13, the first that has any
    * `sleeps: true` - it may sleep (the kernel's KF_SLEEPABLE): in programs that must not, a call is refused

  The kernel lets programs under the GPL alone call kfuncs. What its KF_ flags mean is in its Documentation/bpf/kfuncs.rst.

  ## What is refused

  Kfuncs that take or give pointers into the kernel, or fill memory: what such a function gives (KF_ACQUIRE, KF_RET_NULL) must be compared with
  NULL and given back (KF_RELEASE), and programs have no values for it yet.

  Some kfuncs belong together, such as `bpf_rcu_read_lock` and `bpf_rcu_read_unlock`: that a program calls the second on every
  way out is for the kernel's verifier to see, when the object is loaded.

  ## The kernel that is there

  Where the machine that compiles has the type information of its kernel (`/sys/kernel/btf/vmlinux`), a declaration is checked
  against it, if that kernel has the function at all: one with other parameters is refused. If the kernel that loads the
  object does not have the function, `Honey.load/2` gives a `Honey.Error` that names it.

  In `Honey.Sim` a test says what a kfunc answers: `helpers: %{bpf_strnlen: fn text, _most -> byte_size(text) end}`.
  Called on the BEAM, it raises.
  """

  alias Honey.Kfunc.Prototype

  @parameters [:u16, :u32, :u64, :s32, :s64, :string]
  @results [:u32, :s32, :u64, :s64, :void, :status, :size]
  @first_kernel {5, 13}
  @most 5

  @doc false
  # What a declaration comes to in programs, where the compiler makes a call of it; here it raises.
  @spec call(atom, [atom], atom, boolean, {non_neg_integer, non_neg_integer}, [term]) :: term
  def call(name, _parameters, _result, _sleeps, _kernel, arguments),
    do: Honey.BpfHelpers.Dispatch.call(name, arguments)

  @doc false
  # The macro of a declaration, or why there is none.
  @spec define(term, term, term, term) ::
          {:ok, Macro.t()} | {:error, message :: String.t(), hint :: String.t()}
  def define(name, parameters, result, options) do
    with :ok <- check_name(name),
         :ok <- check_parameters(name, parameters),
         :ok <- check_result(name, result),
         {:ok, sleeps, kernel} <- check_options(name, options),
         :ok <- check_host(name, parameters, result) do
      arguments = Macro.generate_arguments(length(parameters), __MODULE__)

      {:ok,
       quote do
         @doc false
         defmacro unquote(name)(unquote_splicing(arguments)) do
           Honey.Kfunc.expand(
             unquote(name),
             unquote([parameters, result, sleeps, kernel]),
             unquote(arguments)
           )
         end
       end}
    end
  end

  @doc false
  # The call of one at its place, which messages name.
  @spec expand(atom, [term], [Macro.t()]) :: Macro.t()
  def expand(name, [parameters, result, sleeps, kernel], arguments) do
    quote do
      Honey.Kfunc.call(
        unquote(name),
        unquote(parameters),
        unquote(result),
        unquote(sleeps),
        unquote(kernel),
        unquote(arguments)
      )
    end
  end

  defp check_name(name) do
    if is_atom(name) and Macro.classify_atom(name) == :identifier,
      do: :ok,
      else:
        {:error,
         "`defkfunc` takes the kernel's name of a function, not `#{Macro.to_string(name)}`",
         "write `defkfunc :bpf_strnlen, [:string, :u64], :size`"}
  end

  defp check_parameters(name, parameters) when is_list(parameters) do
    count = length(parameters)

    cond do
      wrong = Enum.find(parameters, &(&1 not in @parameters)) ->
        unknown_parameter(name, wrong)

      count > @most ->
        {:error,
         "kfunc `#{name}` has #{count} parameters, and programs can give #{@most} at most",
         "a kfunc with more of them cannot be called"}

      true ->
        :ok
    end
  end

  defp check_parameters(name, parameters),
    do:
      {:error,
       "the parameters of kfunc `#{name}` are `#{Macro.to_string(parameters)}`, not a list",
       "write a type for each: `[:string, :u64]`"}

  defp unknown_parameter(name, type) do
    {:error,
     "kfunc `#{name}` takes `#{Macro.to_string(type)}`, for which programs have no values",
     "the types of parameters are #{listed(@parameters)}; pointers into the kernel are not among them"}
  end

  defp check_result(_name, result) when result in @results, do: :ok

  defp check_result(name, result) do
    {:error,
     "kfunc `#{name}` gives `#{Macro.to_string(result)}`, for which programs have no values",
     "results are #{listed(@results)}; pointers into the kernel, which would have to be given back, are not among them"}
  end

  defp listed(types), do: Enum.map_join(types, ", ", &"`#{inspect(&1)}`")

  defp check_options(name, options) do
    with true <- Keyword.keyword?(options),
         [] <- Keyword.keys(options) -- [:kernel, :sleeps],
         sleeps when is_boolean(sleeps) <- Keyword.get(options, :sleeps, false),
         {:ok, kernel} <- kernel(options[:kernel]) do
      {:ok, sleeps, kernel}
    else
      _ ->
        {:error, "kfunc `#{name}` has options that cannot be: `#{Macro.to_string(options)}`",
         "the options are `kernel: \"6.17\"`, the first that has it, and `sleeps: true`"}
    end
  end

  defp kernel(nil), do: {:ok, @first_kernel}

  defp kernel(text) when is_binary(text) do
    case Regex.run(~r/^(\d+)\.(\d+)$/, text, capture: :all_but_first) do
      [major, minor] -> {:ok, {String.to_integer(major), String.to_integer(minor)}}
      nil -> :error
    end
  end

  defp kernel(_), do: :error

  # Of a function that this kernel does not have, nothing is known.
  defp check_host(name, parameters, result) do
    case Prototype.find(Atom.to_string(name)) do
      {:ok, prototype} -> compare(name, prototype, parameters, result)
      :error -> :ok
    end
  end

  defp compare(name, prototype, parameters, result) do
    if Prototype.fits?(prototype, parameters, result) do
      :ok
    else
      {:error, "kfunc `#{name}` is declared other than this machine's kernel has it",
       "there it is `#{Prototype.text(prototype, name)}`"}
    end
  end
end
