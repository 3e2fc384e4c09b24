defmodule Honey.HelpersTest do
  @moduledoc """
  The helper table against the header of the kernel that is installed, against the running kernel's
  own answers, and against what calls of the helpers do.
  """

  use ExUnit.Case, async: true

  alias Honey.BpfHelpers.{Documentation, Example}
  alias Honey.LoaderNif
  alias Honey.Test.Kernel

  @header "/usr/include/linux/bpf.h"
  @rows Honey.Nif.helpers()
  @map_kinds for row <- Honey.Nif.map_kinds(), row.missing == nil, do: row
  @helpers for row <- @rows, not row.alias, do: row

  # A section of each type of programs that Honey compiles.
  @sections %{
    "TRACEPOINT" => "tracepoint/sched/sched_switch",
    "RAW_TRACEPOINT" => "raw_tracepoint/sched_switch",
    "XDP" => "xdp",
    "SYSCALL" => "syscall"
  }

  # What bpf.h has up to Linux 6.18, the latest of all; new helpers are no longer added to it.
  @latest {211, "bpf_cgrp_storage_delete"}

  describe "the table" do
    test "has every number once, in order, up to the kernel's last" do
      assert Enum.map(@helpers, & &1.number) == Enum.to_list(1..elem(@latest, 0))
      assert List.last(@helpers).name == elem(@latest, 1)
      assert @helpers |> Enum.uniq_by(& &1.name) |> length() == length(@helpers)
    end

    test "has the names and numbers of the installed header" do
      found =
        Regex.scan(~r/\bFN\((\w+)(?:, (\d+))?/, mapper(File.read!(@header)))
        |> Enum.reject(&match?([_, "unspec" | _], &1))
        |> Enum.with_index(1)
        |> Enum.map(fn
          {[_, name], number} -> {number, "bpf_" <> name}
          {[_, name, number], _} -> {String.to_integer(number), "bpf_" <> name}
        end)
        |> Enum.reject(fn {number, _} -> number == 0 end)

      assert length(found) > 200
      known = Map.new(@helpers, &{&1.number, &1.name})
      for {number, name} <- found, do: assert({number, known[number]} == {number, name})
    end

    test "says for each which programs may call it, since when, and what it does" do
      for row <- @rows do
        assert row.doc =~ ~r/\.$/
        assert row.programs != []
        assert row.kernel =~ ~r/^\d+\.\d+$/
        assert version(row.kernel) == row.programs |> Enum.map(&version(&1.kernel)) |> Enum.min()
        assert version(row.kernel) <= {6, 2}
      end

      # Numbers were given out in order.
      kernels = Enum.map(@helpers, &version(&1.kernel))
      assert kernels == Enum.sort(kernels)
    end

    test "is in the documentation of Honey.BpfHelpers" do
      {:docs_v1, _, _, _, _, _, docs} = Code.fetch_docs(Honey.BpfHelpers)

      documented =
        for {{:function, name, arity}, _, _, %{"en" => text}, _} <- docs, do: {name, arity, text}

      for row <- @rows do
        name = String.to_atom(row.name)
        arity = length(row.parameters)
        assert {_, _, text} = List.keyfind(documented, name, 0), row.name
        assert Enum.any?(documented, &match?({^name, ^arity, _}, &1))
        if not row.alias, do: assert(text == Documentation.text(row))
      end
    end

    test "of what is steady, two calls are one" do
      calls =
        ~S"""
        defmodule Honey.HelpersTest.Steady do
          use Honey, license: "GPL"
          import Honey.BpfHelpers

          defmap :seen, :bpf_hash, max_entries: 8, key_type: :u32, value_type: :u64

          @sec "tracepoint/sched/sched_switch"
          def twice(_ctx) do
            thread = bpf_get_current_pid_tgid() &&& 0xFFFFFFFF
            bpf_map_delete_elem(:seen, thread)
            bpf_map_update_elem(:seen, thread, bpf_get_current_pid_tgid() >>> 32, :bpf_any)
            bpf_map_delete_elem(:seen, bpf_get_prandom_u32())
            bpf_map_delete_elem(:seen, bpf_get_prandom_u32())
          end
        end
        """
        |> Code.compile_string("steady.ex")
        |> then(fn [{module, _}] -> Honey.Inspection.new(module, asm: true) end)
        |> then(&inspect(&1.assembly, limit: :infinity, printable_limit: :infinity))

      number = fn name -> Enum.find(@helpers, &(&1.name == name)).number end
      hex = fn name -> "0x" <> String.downcase(Integer.to_string(number.(name), 16)) end
      count = &length(Regex.scan(~r/call (#{number.(&1)}|#{hex.(&1)})\b/, calls))

      assert count.("bpf_get_current_pid_tgid") == 1
      assert count.("bpf_get_prandom_u32") == 2
    end

    test "is in the guide" do
      assert File.read!("guides/helpers.md") =~ Documentation.table(@rows)
    end

    # The macro that applies FN to all of them; newer headers write it with numbers.
    defp mapper(text) do
      [_, mapper] = String.split(text, ~r/#define _+BPF_FUNC_MAPPER\(FN[^\n]*/, parts: 2)
      [mapper | _] = String.split(mapper, ~r/\n[ \t]*\n/, parts: 2)
      mapper
    end
  end

  describe "the running kernel" do
    @describetag Kernel.tags()

    # It is asked about the call alone; these it refuses later, for the program's type, or because
    # there they take a pointer of the kernel's instead of the context.
    @refused_later %{
      93 => ~w(KPROBE TRACEPOINT PERF_EVENT RAW_TRACEPOINT RAW_TRACEPOINT_WRITABLE SOCKET_FILTER),
      94 => ~w(KPROBE TRACEPOINT PERF_EVENT RAW_TRACEPOINT RAW_TRACEPOINT_WRITABLE SOCKET_FILTER),
      169 => ~w(KPROBE TRACEPOINT PERF_EVENT RAW_TRACEPOINT RAW_TRACEPOINT_WRITABLE),
      170 => ~w(KPROBE TRACEPOINT PERF_EVENT RAW_TRACEPOINT RAW_TRACEPOINT_WRITABLE),
      171 => ~w(KPROBE TRACEPOINT PERF_EVENT RAW_TRACEPOINT RAW_TRACEPOINT_WRITABLE),
      172 => ~w(KPROBE TRACEPOINT PERF_EVENT RAW_TRACEPOINT RAW_TRACEPOINT_WRITABLE),
      46 => ~w(SYSCALL SK_REUSEPORT),
      188 => ~w(SYSCALL),
      173 => ~w(TRACEPOINT PERF_EVENT RAW_TRACEPOINT RAW_TRACEPOINT_WRITABLE SYSCALL)
    }

    # Writing into user memory is refused by a locked down kernel; faults are injected by few.
    @policy [36, 58]

    # These want to know what they are attached to before they answer.
    @unasked ~w(TRACING STRUCT_OPS EXT LSM)

    test "offers each helper to the types of programs that the table names, and to no others" do
      asked =
        for {number, name} <- types(), name not in @unasked, takes?(number), row <- @helpers do
          {:ok, answer} = LoaderNif.helper_offered(number, row.number, "GPL")

          said =
            Enum.any?(row.programs, &(&1.number == number and version(&1.kernel) <= kernel()))

          later = name in Map.get(@refused_later, row.number, [])

          if row.number not in @policy,
            do: assert({row.name, name, answer != :absent} == {row.name, name, said or later})

          name
        end

      assert asked |> Enum.uniq() |> length() > 20
    end

    test "asks for the GPL where the table says so" do
      for row <- @helpers, row.number not in @policy, type <- asked_types(row) do
        {:ok, answer} = LoaderNif.helper_offered(type, row.number, "Proprietary")
        # Some types have a kind of it that is for every license.
        if answer == :gpl, do: assert({row.name, row.gpl} == {row.name, true})
        if not row.gpl, do: assert({row.name, answer != :gpl} == {row.name, true})
      end

      for row <- @helpers, row.gpl and row.number not in @policy do
        types = asked_types(row)
        answers = for type <- types, do: LoaderNif.helper_offered(type, row.number, "Proprietary")
        if types != [], do: assert({row.name, {:ok, :gpl} in answers} == {row.name, true})
      end
    end

    test "says of those that may sleep that they may" do
      for row <- @helpers, {number, "TRACEPOINT"} <- types() do
        {:ok, answer} = LoaderNif.helper_offered(number, row.number, "GPL")

        if answer == :sleeps,
          do: assert({row.name, row.effects[:sleeps] != nil} == {row.name, true})
      end
    end

    defp types do
      for row <- @helpers, program <- row.programs, uniq: true, do: {program.number, program.name}
    end

    defp takes?(type), do: match?({:ok, _}, LoaderNif.helper_offered(type, 1, "GPL"))

    defp asked_types(row) do
      for program <- row.programs,
          program.name not in @unasked,
          takes?(program.number),
          {:ok, answer} <- [LoaderNif.helper_offered(program.number, row.number, "GPL")],
          answer == :offered,
          do: program.number
    end
  end

  describe "each helper that can be called" do
    @describetag Kernel.tags()

    @inner "{:bpf_hash, max_entries: 4, key_type: :u32, value_type: :u64}"

    # What parameters that take a map are.
    @maps [:map, :program_array]

    for {type, section} <- @sections do
      test "compiles and loads in a program of type #{type}" do
        rows = for row <- @rows, offered?(row, unquote(type)), do: row
        assert length(rows) > 25
        {major, minor} = kernel()

        source = """
        defmodule Honey.EachHelper.#{unquote(type)} do
          use Honey, license: "GPL", kernel: "#{major}.#{minor}"
          import Honey.BpfHelpers
          deftype Route, bytes: {:array, :u8, 64}
        #{for kind <- @map_kinds, do: map(kind)}
        #{for {row, n} <- Enum.with_index(rows), do: program(row, n, unquote(section))}
        end
        """

        module = Module.concat(Honey.EachHelper, unquote(type))
        assert {^module, _} = source |> Code.compile_string() |> List.last()
        object = Honey.load!(module)
        assert length(module.__honey__(:programs)) == length(rows)
        Honey.unload(object)
      after
        module = Module.concat(Honey.EachHelper, unquote(type))
        Enum.each([module | Enum.map([Prefix, Route], &Module.concat(module, &1))], &purge/1)
      end
    end

    defp offered?(row, type) do
      row.obstacle == nil and row.number not in @policy and
        (type != "SYSCALL" or not Enum.any?(row.parameters, &(&1.type in @maps)) or
           map_for(row, "syscall") != nil) and
        Enum.any?(row.programs, &(&1.name == type and version(&1.kernel) <= kernel())) and
        (type == "SYSCALL" or row.effects[:sleeps] == nil)
    end

    # One of each type that can be used.
    defp map(%{user: [:subscribe]} = kind),
      do: "  defmap :#{kind.name}, :#{kind.name}, max_entries: 4096, types: [Route]\n"

    defp map(kind) do
      keys = %{none: nil, any: ":u32", index: ":u32", number: ":u32", prefix: "Prefix"}

      options =
        [max_entries: entries(kind.entries), key_type: keys[kind.key]] ++
          [value_type: if(kind.value == :any, do: ":u64"), flags: inspect(kind.needed_flags)] ++
          [inner: if(kind.value == :map, do: @inner)]

      prefix =
        if kind.key == :prefix, do: "  deftype Prefix, prefixlen: :u32, bytes: {:array, :u8, 4}\n"

      "#{prefix}  defmap :#{kind.name}, :#{kind.name}" <>
        Enum.map_join(options, fn {name, value} -> if value, do: ", #{name}: #{value}" end) <>
        "\n"
    end

    defp entries(:count), do: "4"
    defp entries(:pages), do: "4096"
    defp entries(_none), do: nil

    # The first type that the helper takes, but for programs that may sleep.
    defp map_for(row, section) do
      operation = {String.to_atom(row.name), length(row.parameters)}

      Enum.find_value(@map_kinds, fn kind ->
        if operation in kind.operations and (section != "syscall" or kind.sleeping),
          do: inspect(kind.name)
      end)
    end

    defp program(row, n, section) do
      arguments =
        Enum.map_join(row.parameters, ", ", fn
          %{type: type} when type in @maps -> map_for(row, section)
          %{type: type} -> argument(type)
        end)

      """
        @sec "#{section}"
        def program_#{n}(ctx) do
          #{row.name}(#{arguments})
          _ = ctx
          2
        end
      """
    end

    defp argument(type) do
      Map.fetch!(
        %{
          key: "1",
          value: "2",
          update_flag: ":bpf_any",
          redirect_flags: "0",
          stack_flags: "0",
          stack_side: "0",
          ring_question: ":bpf_rb_avail_data",
          route_flag: "0",
          constant_text: ~S("12"),
          buffer: "<<1, 2, 3, 4>>",
          piece: ~S("1234"),
          ipv4_header: "<<0::160>>",
          ipv6_header: "<<0::320>>",
          tcp_header: "<<0::160>>",
          u32_changed: "1400",
          struct_changed: "%Route{}",
          binary_size: "6",
          number_count: "3",
          action_flag: "0",
          context: "ctx",
          u16: "1",
          u32: "10",
          s32: "-8",
          u64: "10",
          address: "4096",
          kernel_address: "4096",
          text: ~S("12"),
          type_size: ":u16",
          text_size: "24",
          format: ~S("%d"),
          arguments: "[1]",
          format_list: ~S(["%d", 1])
        },
        type
      )
    end
  end

  describe "the example of a helper" do
    # Whose context the examples of tracepoints read.
    @openat "tracepoint/syscalls/sys_enter_openat"

    test "is there for each that can be called, and for no other" do
      callable = for row <- @rows, row.obstacle == nil, do: {row.name, length(row.parameters)}
      assert Enum.sort(Example.keys()) == Enum.sort(callable)
    end

    test "calls it" do
      for row <- @rows, text = Example.fetch(row) do
        called =
          text
          |> Code.string_to_quoted!()
          |> Macro.prewalk([], fn
            {name, _, arguments} = node, all when is_atom(name) and is_list(arguments) ->
              {node, [{Atom.to_string(name), length(arguments)} | all]}

            node, all ->
              {node, all}
          end)
          |> elem(1)

        assert {row.name, length(row.parameters)} in called
      end
    end

    # One module for each, in which all of them are programs of the first type that they are for.
    for type <- ["TRACEPOINT", "XDP", "SYSCALL"] do
      test "compiles in a program of type #{type}" do
        rows = for row <- @rows, row.obstacle == nil, home(row) == unquote(type), do: row
        assert rows != []
        module = Module.concat(Honey.Examples, unquote(type))
        assert {^module, _} = module |> examples(rows) |> Code.compile_string() |> List.last()
      end
    end

    # Of types that Honey does not compile: all but the type is right.
    test "has nothing wrong but the program's type, where that is not compiled" do
      rows = for row <- @rows, row.obstacle == nil, home(row) == nil, do: row
      assert rows != []

      for {rows, n} <- rows |> Enum.chunk_every(16) |> Enum.with_index() do
        error =
          assert_raise Honey.CompileError, fn ->
            Honey.Examples
            |> Module.concat("Refused#{n}")
            |> examples(rows)
            |> Code.compile_string()
          end

        errors = for %{severity: :error} = diagnostic <- error.diagnostics, do: diagnostic
        assert length(errors) == length(rows)

        for {row, error} <- Enum.zip(rows, errors),
            do: assert(error.message =~ "`#{row.name}` is not for an XDP program")
      end
    end

    defp home(row) do
      names = for program <- row.programs, do: program.name

      cond do
        "SYSCALL" in names and (row.effects[:sleeps] || names == ["SYSCALL"]) -> "SYSCALL"
        "XDP" in names and "TRACEPOINT" not in names -> "XDP"
        "TRACEPOINT" in names -> "TRACEPOINT"
        true -> Enum.find(Map.keys(@sections), &(&1 in names))
      end
    end

    # With `strict:`, what would raise is an error.
    defp examples(module, rows) do
      """
      defmodule #{inspect(module)} do
        use Honey, license: "GPL", kernel: "6.18", strict: true
        import Honey.BpfHelpers
      #{Example.declarations()}
      #{for {row, n} <- Enum.with_index(rows), do: example(row, n)}
      end
      """
    end

    defp example(row, n) do
      section =
        if home(row) == "TRACEPOINT", do: @openat, else: Map.get(@sections, home(row), "xdp")

      """
        @sec "#{section}"
        def program_#{n}(ctx) do
          _ = ctx
          _ = (
            #{Example.fetch(row)}
          )
          2
        end
      """
    end
  end

  describe "each helper that cannot be called" do
    # A compilation ends at twenty errors.
    @at_once 16

    test "is refused by its name, with what to write instead" do
      refused = for row <- @helpers, row.obstacle, not printed?(row), do: row
      callable = for row <- @rows, row.obstacle == nil, do: row.name
      assert length(refused) > 80

      for rows <- Enum.chunk_every(refused, @at_once) do
        diagnostics = refusals(rows)

        for row <- rows do
          diagnostic = Enum.find(diagnostics, &String.contains?(&1.message, "`#{row.name}`"))
          assert {row.name, diagnostic.code} == {row.name, :unsupported}

          assert diagnostic.message =~
                   "cannot be called yet: there is no value for #{row.obstacle}"

          hint = diagnostic.hint
          assert is_binary(hint), row.name

          # What the types of programs could call that Honey compiles is answered one by one.
          if Enum.any?(row.programs, &(&1.name in Map.keys(@sections))) do
            assert hint == row.instead
            for [name] <- Regex.scan(~r/\bbpf_\w+(?=\()/, hint), do: assert(name in callable)
          else
            assert hint =~ ~r/^it is for a.*which Honey does not compile yet$/
          end
        end
      end
    end

    # The answer is the name that Elixir has for it.
    test "has another name, where the hint says so" do
      assert [%{hint: "write `bpf_printk`"}] = refusals([Enum.find(@helpers, &printed?/1)])
    end

    # With however many arguments.
    test "is refused with any number of arguments" do
      assert [%{code: :unsupported, hint: "write `Enum.each" <> _}] =
               refusals([%{name: "bpf_for_each_map_elem", parameters: [1]}])
    end

    defp printed?(row), do: row.name == "bpf_trace_printk"

    defp refusals(rows) do
      calls =
        for row <- rows do
          arguments = Enum.map_join(row.parameters, ", ", fn _ -> "1" end)
          "    Honey.BpfHelpers.#{row.name}(#{arguments})\n"
        end

      Code.compile_string("""
      defmodule Honey.EachRefused do
        use Honey, license: "GPL", kernel: "6.18"
        @sec "xdp"
        def program(_ctx) do
      #{calls}    2
        end
      end
      """)

      flunk("it compiled")
    rescue
      error in Honey.CompileError -> error.diagnostics
    end
  end

  defp purge(module) do
    :code.purge(module)
    :code.delete(module)
  end

  defp version(text) do
    [major, minor | _] = text |> String.split([".", "-"]) |> Enum.map(&String.to_integer/1)
    {major, minor}
  end

  defp kernel do
    [_, text] = Regex.run(~r/^(\d+\.\d+)/, File.read!("/proc/sys/kernel/osrelease"))
    version(text)
  end
end
