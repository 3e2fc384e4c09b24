defmodule Honey.BpfHelpers do
  @moduledoc """
  The kernel's helpers, by their kernel names, in Elixir's manner.

  They are for programs (functions with `@sec` and what these call), where each is compiled to a
  call of the kernel's own function. What takes a pointer to memory in C takes or returns a value
  here: a lookup returns the value or `nil`. An operation that can fail returns `:ok` or
  `{:error, reason}`.

  Called as ordinary Elixir, each of these functions raises.
  """

  @external_resource Honey.Nif.path()

  # The rows of the compiler's own table; without the library there is nothing to call either.
  rows =
    try do
      Honey.Nif.helpers()
    rescue
      Honey.ToolError -> []
    end

  types = %{
    map: quote(do: atom),
    key: quote(do: term),
    value: quote(do: term),
    update_flag: quote(do: :bpf_any | :bpf_noexist | :bpf_exist),
    format: quote(do: String.t()),
    arguments: quote(do: [integer | String.t()]),
    format_list: quote(do: nonempty_maybe_improper_list),
    value_or_nil: quote(do: term | nil),
    ok_or_error: quote(do: :ok | {:error, atom}),
    size_or_error: quote(do: non_neg_integer | {:error, atom}),
    u32: quote(do: 0..0xFFFFFFFF),
    u64: quote(do: non_neg_integer),
    s64: quote(do: integer),
    comm: quote(do: String.t())
  }

  for row <- rows do
    name = String.to_atom(row.name)

    arguments =
      for parameter <- row.parameters, do: Macro.var(String.to_atom(parameter.name), nil)

    parameter_types =
      for %{type: type} <- row.parameters, do: Map.get(types, type, quote(do: term))

    result_type = Map.get(types, row.result, quote(do: term))

    @doc """
    #{row.doc}

    Since Linux #{row.kernel}#{if row.gpl, do: "; for programs with a GPL-compatible license"}.
    """
    @spec unquote(name)(unquote_splicing(parameter_types)) :: unquote(result_type)
    def unquote(name)(unquote_splicing(arguments)) do
      Honey.BpfHelpers.Dispatch.call(unquote(name), [unquote_splicing(arguments)])
    end
  end
end

defmodule Honey.BpfHelpers.Dispatch do
  @moduledoc false

  # The one place that a helper called on the BEAM goes through: to the simulator that the
  # calling process has entered, if any.

  @spec call(atom, [term]) :: term
  def call(name, arguments) do
    case Process.get(__MODULE__) do
      nil -> raise outside(name, length(arguments))
      simulator -> apply(simulator, :call, [name, arguments])
    end
  end

  defp outside(name, arity) do
    "`#{name}/#{arity}` is the kernel's: it can be called in BPF programs only, " <>
      "that is in functions with `@sec` and in what they call"
  end
end
