defmodule Honey.BpfHelpers do
  @moduledoc """
  The kernel's helpers, by their kernel names, in Elixir's manner.

  They are for programs (functions with `@sec` and what these call), where each is compiled to a
  call of the kernel's own function. What takes a pointer to memory in C takes or returns a value
  here: a lookup returns the value or `nil`, and where C fills a buffer, the function returns what
  would be in it. An operation that can fail returns `:ok`, or the value, or `{:error, reason}`,
  the reason being the name of the kernel's error number: `:enoent`, `:efault`.

      case bpf_probe_read_user_str(ctx.filename, 64) do
        {:error, _} -> :ok
        name -> bpf_printk("opens %s", [name])
      end

  All helpers of the kernel are here. Those that take or return what programs have no values for yet
  (sockets, dynamic pointers, callbacks) say so, and calling them is refused. So is calling one

    * in a program of a type for which the kernel does not have it,
    * in a module for kernels older than the helper (`use Honey, kernel: "6.1"` says which it is
      for), or than its use in that type of program,
    * that is for programs under the GPL, in a module with another license,
    * that may sleep, in a program that must not.

  Called as ordinary Elixir, each of these functions raises. [guides/helpers.md](helpers.md) has
  them in one table.
  """

  @external_resource Honey.Nif.path()

  alias Honey.BpfHelpers.Documentation

  # The rows of the compiler's own table; without the library there is nothing to call either.
  rows =
    try do
      Honey.Nif.helpers()
    rescue
      Honey.ToolError -> []
    end

  parameter_types = %{
    map: quote(do: atom),
    update_flag: quote(do: :bpf_any | :bpf_noexist | :bpf_exist),
    redirect_flags: quote(do: 0 | :bpf_f_ingress),
    stack_flags: quote(do: 0 | :bpf_f_user_stack | :bpf_f_reuse_stackid),
    action_flag: quote(do: 0 | :xdp_drop | :xdp_pass | :xdp_tx),
    context: quote(do: map),
    u16: quote(do: 0..0xFFFF),
    u32: quote(do: 0..0xFFFFFFFF),
    s32: quote(do: -0x80000000..0x7FFFFFFF),
    u64: quote(do: non_neg_integer),
    address: quote(do: non_neg_integer),
    kernel_address: quote(do: non_neg_integer),
    text: quote(do: String.t()),
    stack_side: quote(do: 0 | :bpf_f_user_stack),
    ring_question:
      quote(do: :bpf_rb_avail_data | :bpf_rb_ring_size | :bpf_rb_cons_pos | :bpf_rb_prod_pos),
    route_flag: quote(do: 0 | :bpf_fib_lookup_direct | :bpf_fib_lookup_output),
    constant_text: quote(do: String.t()),
    buffer: quote(do: binary | struct | [integer]),
    piece: quote(do: binary | struct | [integer]),
    ipv4_header: quote(do: <<_::160>>),
    ipv6_header: quote(do: <<_::320>>),
    tcp_header: quote(do: <<_::160>>),
    u32_changed: quote(do: 0..0xFFFFFFFF),
    struct_changed: quote(do: struct),
    type_size: quote(do: atom | tuple),
    binary_size: quote(do: pos_integer),
    number_count: quote(do: pos_integer),
    text_size: quote(do: 2..8192),
    format: quote(do: String.t()),
    arguments: quote(do: [integer | String.t()]),
    format_list: quote(do: nonempty_maybe_improper_list)
  }

  result_types = %{
    value_or_nil: quote(do: term | nil),
    ok_or_error: quote(do: :ok | {:error, atom}),
    size_or_error: quote(do: non_neg_integer | {:error, atom}),
    number_or_error: quote(do: non_neg_integer | {:error, atom}),
    u32_changed: quote(do: {:ok, non_neg_integer, 0..0xFFFFFFFF} | {:error, atom}),
    struct_changed: quote(do: {:ok, non_neg_integer, struct} | {:error, atom}),
    binary_size: quote(do: binary | {:error, atom}),
    number_count: quote(do: [non_neg_integer] | {:error, atom}),
    ok: quote(do: :ok),
    u32: quote(do: 0..0xFFFFFFFF),
    u64: quote(do: non_neg_integer),
    s64: quote(do: integer),
    task: quote(do: term),
    comm_size: quote(do: String.t()),
    text_size: quote(do: String.t() | {:error, atom}),
    type_size: quote(do: integer | binary | struct | [term] | {:error, atom}),
    s64_output: quote(do: integer | {:error, atom}),
    u64_output: quote(do: non_neg_integer | {:error, atom}),
    pid_output: quote(do: non_neg_integer | {:error, atom})
  }

  for row <- rows do
    name = String.to_atom(row.name)

    arguments =
      for parameter <- row.parameters, do: Macro.var(String.to_atom(parameter.name), nil)

    types =
      for %{type: type} <- row.parameters, do: Map.get(parameter_types, type, quote(do: term))

    @doc Documentation.text(row)
    @spec unquote(name)(unquote_splicing(types)) ::
            unquote(Map.get(result_types, row.result, quote(do: term)))
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
    check!(outside("#{name}/#{length(arguments)}"))
    apply(Process.get(__MODULE__), :call, [name, arguments])
  end

  @doc "Raises with the message where no simulator has been entered."
  @spec check!(String.t()) :: :ok
  def check!(message) do
    if Process.get(__MODULE__), do: :ok, else: raise(message)
  end

  @doc "The message for the kernel's functions."
  @spec outside(String.t()) :: String.t()
  def outside(function) do
    "`#{function}` is the kernel's: it can be called in BPF programs only, " <>
      "that is in functions with `@sec` and in what they call"
  end
end
