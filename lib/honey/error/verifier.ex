defmodule Honey.Error.Verifier do
  @moduledoc false
  # What the verifier says, in words: the cause, and what to do about it.
  #
  # It has some hundred verdicts, whose texts differ by kernel; test/logs has what real ones said.

  alias Honey.Error.Log

  @typedoc "Whether Honey compiled the program, and the source of one of its instructions by number."
  @type about :: %{
          required(:compiled) => boolean(),
          required(:at) => (non_neg_integer() -> Honey.Error.source() | nil),
          optional(atom()) => term()
        }

  # A row: what the end of the log looks like, and which of the causes below it is. The first that
  # matches counts.
  @verdicts [
    {~r/_or_null(?:'$| prohibited)/m, :maybe_nil},
    {~r/invalid mem access '(?:scalar|inv)'/, :number_as_address},
    {~r/invalid access to map value, value_size=(\d+) off=(-?\d+) size=(\d+)/, :outside_value},
    {~r/invalid access to packet/, :outside_packet},
    {~r/invalid (?:indirect )?(?:read|access).*stack (?:R\d+ )?off -?\d+\+\d+ size/,
     :unset_memory},
    {~r/invalid (?:read|write).* stack R\d+ off=|invalid stack off=|stack type R\d+ var_off=/,
     :outside_stack},
    {~r/misaligned (\w+) access off .* size (\d+)/, :misaligned},
    {~r/\(95\) exit\nR0 !read_ok/, :no_result},
    {~r/R\d+ !read_ok/, :unset_register},
    {~r/At program exit the register R0 has (?:value \((-?\w+);|smin=(-?\d+) smax=(-?\d+)).* should have been in (.*)/,
     :result_range},
    {~r/infinite loop detected/, :endless_loop},
    {~r/back-edge from insn|recursive call/, :back_edge},
    {~r/BPF program is too large|Processed \d+ insn/, :too_many_instructions},
    {~r/sequence of \d+ jumps is too complex/, :too_many_ways},
    {~r/combined stack size of (\d+) calls is (\d+)/, :combined_stack},
    {~r/call stack of \d+ frames is too deep/, :call_depth},
    {~r/invalid func unknown#195896080|failed to resolve CO-RE relocation <\w+> \[\d+\] (?:struct |union )?(\w+)\.(\w+)/,
     :no_field},
    {~r/(?:unknown func|program of this type cannot use helper) (\w+)#\d+/, :no_helper},
    {~r/invalid func \w+#(\d+)/, :no_helper_number},
    {~r/cannot call GPL-restricted function/, :gpl_only},
    {~r/calling kernel function (\w+) is not allowed/, :kfunc_not_allowed},
    {~r/BPF_CALL uses reserved fields/, :no_kfuncs},
    {~r/might sleep in a non-sleepable|sleepable helper .* in non-sleepable/, :may_sleep},
    {~r/cannot pass map_type (\d+) into func (\w+)#/, :map_type},
    {~r/^R(\d) type=(\w+) expected=(.*)/m, :argument_type},
    {~r/^R(\d) (?:min value is negative, either use unsigned or|invalid zero-sized read|unbounded memory access, use 'var)|^(?:invalid zero-sized read)/m,
     :unbounded_size},
    {~r/unbounded min(?:\/max)? value is not allowed|min value is negative|unbounded memory access|outside of the allowed memory range|pointer be out of bounds/,
     :unbounded_index},
    {~r/Unreleased reference id=\d+ alloc_insn=(\d+)/, :not_released},
    {~r/bpf_spin_unlock is missing|cannot be used inside bpf_\w*_?lock-ed region/, :lock_held},
    {~r/function calls are not allowed while holding a lock/, :lock_call},
    {~r/tracing progs cannot use bpf_spin_lock/, :lock_in_tracing},
    {~r/invalid bpf_context access off=(-?\d+) size=(\d+)/, :context_access},
    {~r/write into map forbidden/, :constant_write},
    {~r/div by zero/, :zero_divisor},
    {~r/unreachable insn/, :unreachable},
    {~r/jump out of range/, :jump_too_far},
    {~r/leaks addr|pointer comparison prohibited|prohibited for !root|pointer arithmetic .*!root/,
     :leaked_address},
    {~r/uses reserved fields|unknown opcode|invalid atomic/, :unknown_instruction}
  ]

  # What Honey sees to when it compiles: where one of these is refused, Honey is wrong.
  @ours [
    :number_as_address,
    :outside_value,
    :outside_packet,
    :unset_memory,
    :outside_stack,
    :misaligned,
    :no_result,
    :unset_register,
    :call_depth,
    :combined_stack,
    :argument_type,
    :unbounded_size,
    :unbounded_index,
    :not_released,
    :lock_held,
    :lock_call,
    :context_access,
    :constant_write,
    :zero_divisor,
    :unreachable,
    :jump_too_far
  ]

  @doc "The code, the cause in words, and the remedy where there is one."
  @spec explain(log :: binary(), about()) ::
          {Honey.Error.Code.t(), cause :: binary(), hint :: binary() | nil}
  def explain(log, about) do
    {instruction, verdict} = Log.verdict(log)
    text = Enum.join([instruction || "" | verdict], "\n")

    case Enum.find_value(@verdicts, &match(&1, text)) do
      nil ->
        {:verifier, says(List.last(verdict)), nil}

      {kind, captures} ->
        {cause, hint} = words(kind, captures, Map.put(about, :call, call(instruction)))
        hint = if bug?(kind, about) and not paired_by_user?(kind, log), do: bug(), else: hint
        {kind, "the verifier refused it: #{cause}", hint}
    end
  end

  defp says(nil), do: "the verifier refused it"
  defp says(verdict), do: "the verifier refused it: #{verdict}"

  defp match({pattern, kind}, text) do
    with captures when captures != nil <- Regex.run(pattern, text, capture: :all_but_first),
         do: {kind, captures}
  end

  defp call(nil), do: nil

  defp call(instruction) do
    with [name] <- Regex.run(~r/call (\w+)#\d+/, instruction, capture: :all_but_first), do: name
  end

  defp bug?(kind, about), do: about.compiled and kind in @ours

  # That a kfunc is followed by its counterpart is the user's to see to; the number of one is that of its type,
  # where helpers have less than four digits.
  defp paired_by_user?(kind, log),
    do: kind in [:lock_held, :lock_call, :not_released] and log =~ ~r/call \w+#\d{4,}/

  defp bug do
    "Honey compiled this, and what it compiles is not to be refused so: please report it, with " <>
      "the error's `log`"
  end

  defp words(:maybe_nil, _, _),
    do: {"a lookup's result is used where it may be nil", "compare it with nil first"}

  defp words(:number_as_address, _, _) do
    {"a number is used as an address",
     "the kernel's memory is read by bpf_probe_read_kernel, that of a process by bpf_probe_read_user"}
  end

  defp words(:outside_value, [value, offset, size], _) do
    {"it accesses #{bytes(size)} from #{offset} on, in a map's value of #{bytes(value)}",
     "the map's values must be as large as what the program takes them for; an index must be " <>
       "compared with its bounds first"}
  end

  defp words(:outside_packet, _, _) do
    {"it accesses the packet where that may have ended",
     "match it by a binary pattern; in C, compare with `data_end` first"}
  end

  defp words(:unset_memory, _, _) do
    {"it reads memory of the stack that nothing was written to",
     "write all of it first, the gaps between a struct's fields too"}
  end

  defp words(:outside_stack, _, _) do
    {"it accesses memory outside of its stack", "a function has at most 512 bytes of stack"}
  end

  defp words(:misaligned, [memory, size], _) do
    {"it accesses #{bytes(size)} of the #{memory} at an offset that #{size} does not divide",
     "align the value, or access it byte by byte"}
  end

  defp words(:no_result, _, _), do: {"it ends without a result", "return a number in every way"}

  defp words(:unset_register, _, _) do
    {"it reads a register that nothing was put into",
     "give the variable a value in every way that leads there"}
  end

  defp words(:result_range, captures, _) do
    {"its result is #{result(captures)}, and its type of program must give one in " <>
       List.last(captures), "see what the type of program wants as its result"}
  end

  defp words(:endless_loop, _, _) do
    {"a loop has no end: its turns are all the same",
     "the verifier must see that a loop ends: give it a constant bound"}
  end

  # Where clang lays the loop out so in the second try as well: see c_src/compiler/object/check_order.h.
  defp words(:back_edge, _, %{compiled: true}) do
    {"a loop of it goes on to its own beginning without a jump, which kernels such as Linux 6.1 refuse",
     "compile it with another version of clang, or write the loop in another way; Linux 6.12 takes it as it is"}
  end

  defp words(:back_edge, _, _) do
    {"it comes back to where it was: a function calls itself, or a loop is where the kernel has none",
     "make a loop with a constant bound of it"}
  end

  defp words(:too_many_instructions, _, _) do
    {"its ways have more than the 1,000,000 instructions that the verifier follows",
     "make it smaller, or its loops shorter; long loops are followed once from Linux 5.17 on " <>
       "(bpf_loop, `kernel: \"5.17\"`)"}
  end

  defp words(:too_many_ways, _, _) do
    {"it forks more often than the 8,192 times that the verifier keeps in mind",
     "make loops with conditions in them shorter; long loops are followed once from Linux 5.17 on " <>
       "(bpf_loop, `kernel: \"5.17\"`)"}
  end

  defp words(:combined_stack, [calls, size], _) do
    {"#{calls} functions that call one another take #{size} bytes of stack, and there are 512",
     "keep large values in a map"}
  end

  defp words(:call_depth, _, _) do
    {"its calls nest more than eight deep, or a function calls itself",
     "inline some functions, or make a loop of them"}
  end

  defp words(:no_field, [type, field], _) do
    {"this kernel has no `#{field}` in `#{type}`, or no `#{type}`, which the program reads",
     "leave the field out for this kernel; `bpftool btf dump file /sys/kernel/btf/vmlinux` shows " <>
       "what it has"}
  end

  defp words(:no_field, _, _),
    do: {"it reads a field that this kernel does not have", "leave the field out for this kernel"}

  defp words(:no_helper, [helper], _) do
    {"`#{helper}` is not for this type of program, or not on this kernel",
     "guides/helpers.md has which programs may call it, and since which kernel"}
  end

  defp words(:no_helper_number, [number], _) do
    {"this kernel has no helper of the number #{number}", "it came with a later kernel"}
  end

  defp words(:gpl_only, _, about) do
    {"#{about.call || "a helper"} is for programs whose license is compatible with the GPL",
     "say so, where it is so: `use Honey, license: \"GPL\"`"}
  end

  defp words(:kfunc_not_allowed, [name], _) do
    {"the kernel has the kfunc `#{name}`, but not for programs of this type",
     "call it in a program of a type that may"}
  end

  defp words(:no_kfuncs, _, _),
    do: {"it calls a kfunc, and this kernel has none", "they came with Linux 5.13"}

  defp words(:may_sleep, _, about) do
    {"#{about.call || "what it calls"} may sleep, and this program may not",
     "where the type has a section with `.s`, that one may; else use what does not sleep"}
  end

  defp words(:map_type, [type, helper], _) do
    {"`#{helper}` does not take maps of this type (#{type})",
     "guides/maps.md has what can be done with which map"}
  end

  defp words(:argument_type, [number, type, expected], about) do
    {"argument #{number} of #{about.call || "a call"} is #{memory(type)}, where it wants " <>
       expected(expected), nil}
  end

  defp words(:unbounded_size, _, about) do
    {"a size that #{about.call || "a call"} gets may be negative, zero or too large",
     "compare it with its bounds first, or cut it by `&&&`"}
  end

  defp words(:unbounded_index, _, _) do
    {"an index may lie outside of the memory that it goes into",
     "compare the same variable with both of its bounds first"}
  end

  defp words(:not_released, [number], about) do
    where = with %{line: line} <- about.at.(String.to_integer(number)), do: " on line #{line}"

    {"it ends with what it acquired#{where}, and did not give back",
     "submit or discard records, and release what was acquired, in every way to the end"}
  end

  defp words(:lock_held, _, _),
    do: {"it ends with a lock held", "unlock it in every way to the end"}

  defp words(:lock_call, _, about) do
    {"it calls #{about.call || "a function"} with a lock held",
     "call it before the lock is taken"}
  end

  defp words(:lock_in_tracing, _, _) do
    {"programs that trace cannot take locks: they may interrupt who holds it",
     "add atomically, or have a map per CPU"}
  end

  defp words(:context_access, [offset, size], _) do
    {"it accesses #{bytes(size)} of the context at #{offset}, where its type of program may not",
     "some fields can only be read, and only whole"}
  end

  defp words(:constant_write, _, _),
    do: {"it writes into a constant", "`defvar ..., live: true` makes a variable that may change"}

  defp words(:zero_divisor, _, _), do: {"it divides by a constant that is zero", nil}

  defp words(:unreachable, _, _),
    do: {"it has instructions to which there is no way", "leave them out"}

  defp words(:jump_too_far, _, _) do
    {"a jump leads out of its function",
     "a jump reaches 32,767 instructions: cut functions that have more"}
  end

  defp words(:leaked_address, _, _) do
    {"it gives away addresses of the kernel, which takes CAP_PERFMON",
     "run as root, or give the process CAP_PERFMON"}
  end

  defp words(:unknown_instruction, _, _) do
    {"it has an instruction that this kernel does not know",
     "compile it for this kernel: `use Honey, kernel: \"5.10\"`; in C, by `-mcpu=v2`"}
  end

  defp bytes("1"), do: "1 byte"
  defp bytes(count), do: "#{count} bytes"

  # "0x7" alone, or a range's two ends.
  defp result([value, "", "" | _]), do: value
  defp result(["", value, value | _]), do: value
  defp result(["", low, high | _]), do: "#{low}..#{high}"

  defp memory(type) when type in ["scalar", "inv"], do: "a number"
  defp memory("ctx"), do: "the context"
  defp memory("fp"), do: "an address of the stack"
  defp memory("map_ptr"), do: "a map"
  defp memory("map_value"), do: "a map's value"
  defp memory("pkt"), do: "an address in the packet"
  defp memory(type), do: "`#{type}`"

  defp expected(list) do
    if String.contains?(list, ","), do: "the address of memory", else: memory(list)
  end
end
