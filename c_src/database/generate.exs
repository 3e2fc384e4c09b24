# SPDX-License-Identifier: Apache-2.0
#
# Writes tracepoints.txt, the database of tracepoints, from what a kernel says
# about itself. README.md beside this file gives the format and the reasons.

defmodule Btf do
  @moduledoc """
  Reads BTF, the type information that a kernel carries.

  `read/1` takes the bytes of `vmlinux`. `read/2` takes those of a module as well, whose types and
  strings are numbered on from the ones of its kernel.
  """

  import Bitwise

  defstruct types: %{}, strings: "", count: 0, named: %{}

  @kinds %{
    1 => :int,
    2 => :pointer,
    3 => :array,
    4 => :struct,
    5 => :union,
    6 => :enum,
    7 => :forward,
    8 => :typedef,
    9 => :volatile,
    10 => :const,
    11 => :restrict,
    12 => :function,
    13 => :prototype,
    14 => :variable,
    15 => :section,
    16 => :float,
    17 => :declaration_tag,
    18 => :type_tag,
    19 => :enum64
  }

  @qualifiers [:typedef, :volatile, :const, :restrict, :type_tag]
  @named [:int, :struct, :union, :enum, :enum64, :forward, :typedef, :function]

  @type id :: non_neg_integer
  @typedoc "kind, name, size or the type referred to, the kind's flag, what follows the header"
  @type type :: {atom, String.t(), non_neg_integer, 0 | 1, binary}

  @spec read(binary, %Btf{} | nil) :: %Btf{}
  def read(bytes, kernel \\ nil) do
    <<0xEB9F::little-16, 1, _flags, header_size::little-32, types_at::little-32,
      types_size::little-32, strings_at::little-32, strings_size::little-32, _::binary>> = bytes

    base = kernel || %Btf{}
    strings = base.strings <> binary_part(bytes, header_size + strings_at, strings_size)

    bytes
    |> binary_part(header_size + types_at, types_size)
    |> add_types(%Btf{base | strings: strings})
  end

  defp add_types(<<>>, btf), do: btf

  defp add_types(<<name::little-32, info::little-32, size::little-32, rest::binary>>, btf) do
    kind = Map.fetch!(@kinds, info >>> 24 &&& 0x1F)
    extra_size = extra_size(kind, info &&& 0xFFFF)
    <<extra::binary-size(extra_size), rest::binary>> = rest
    type = {kind, string(btf, name), size, info >>> 31, extra}
    add_types(rest, add_type(btf, btf.count + 1, type))
  end

  defp add_type(btf, id, {kind, name, _size, _flag, _extra} = type) do
    named =
      if name != "" and kind in @named,
        do: Map.update(btf.named, {kind, name}, [id], &[id | &1]),
        else: btf.named

    %Btf{btf | types: Map.put(btf.types, id, type), count: id, named: named}
  end

  defp extra_size(kind, _count) when kind in [:int, :variable, :declaration_tag], do: 4
  defp extra_size(:array, _count), do: 12
  defp extra_size(kind, count) when kind in [:struct, :union, :section, :enum64], do: 12 * count
  defp extra_size(kind, count) when kind in [:enum, :prototype], do: 8 * count
  defp extra_size(_kind, _count), do: 0

  defp string(_btf, 0), do: ""

  defp string(btf, at) do
    scope = {at, byte_size(btf.strings) - at}
    {stop, 1} = :binary.match(btf.strings, <<0>>, scope: scope)
    binary_part(btf.strings, at, stop - at)
  end

  @doc "The type of that id; 0 is `void`."
  @spec type(%Btf{}, id) :: type
  def type(_btf, 0), do: {:void, "void", 0, 0, <<>>}
  def type(btf, id), do: Map.fetch!(btf.types, id)

  @doc "The ids of the types of that kind and name, in the order of the file."
  @spec find(%Btf{}, atom, String.t()) :: [id]
  def find(btf, kind, name), do: btf.named |> Map.get({kind, name}, []) |> Enum.reverse()

  @doc "The type behind typedefs and qualifiers."
  @spec strip(%Btf{}, id) :: id
  def strip(btf, id) do
    case type(btf, id) do
      {kind, _, target, _, _} when kind in @qualifiers -> strip(btf, target)
      _ -> id
    end
  end

  @spec size(%Btf{}, id) :: non_neg_integer
  def size(btf, id) do
    case type(btf, strip(btf, id)) do
      {:pointer, _, _, _, _} -> 8
      {:array, _, _, _, extra} -> array_size(btf, extra)
      {kind, _, _, _, _} when kind in [:void, :forward, :prototype] -> 0
      {_, _, size, _, _} -> size
    end
  end

  defp array_size(btf, <<element::little-32, _index::little-32, count::little-32>>),
    do: count * size(btf, element)

  @doc "The members of a struct as `{name, offset in bytes, type}`; a bit field has offset nil."
  @spec members(%Btf{}, id) :: [{String.t(), non_neg_integer | nil, id}]
  def members(btf, id) do
    {_, _, _, flag, extra} = type(btf, id)

    for <<name::little-32, type::little-32, at::little-32 <- extra>> do
      bits = at &&& if flag == 1, do: 0xFFFFFF, else: 0xFFFFFFFF
      whole? = (flag == 0 or at >>> 24 == 0) and rem(bits, 8) == 0
      {string(btf, name), if(whole?, do: div(bits, 8)), type}
    end
  end

  @doc "The types of the parameters of a function's prototype."
  @spec parameters(%Btf{}, id) :: [id]
  def parameters(btf, id) do
    {:prototype, _, _, _, extra} = type(btf, id)
    for <<_name::little-32, type::little-32 <- extra>>, do: type
  end
end

defmodule Type do
  @moduledoc """
  Spells types as the database does: `s32`, `enum:u32`, `kernel*char`, `u8[16]`, `bytes:24`.
  """

  import Bitwise

  @signed 1
  @boolean 4
  @integer_words ~w(signed unsigned short long int char)

  @doc "The spelling of a type of the kernel. `memory`, `kernel` or `user`, is where pointers lead."
  @spec spell(%Btf{}, Btf.id(), String.t()) :: String.t()
  def spell(btf, id, memory) do
    id = Btf.strip(btf, id)

    case Btf.type(btf, id) do
      {:int, _, size, _, <<encoding::little-32>>} -> integer(encoding >>> 24 &&& 0xF, size)
      {:enum, _, size, flag, _} -> "enum:" <> integer(flag, size)
      {:enum64, _, size, flag, _} -> "enum:" <> integer(flag, size)
      {:pointer, _, target, _, _} -> pointer(btf, target, memory)
      {:array, _, _, _, extra} -> array(btf, extra, memory)
      _ -> "bytes:#{Btf.size(btf, id)}"
    end
  end

  defp integer(encoding, size) do
    cond do
      (encoding &&& @boolean) != 0 -> "bool:u#{8 * size}"
      (encoding &&& @signed) != 0 -> "s#{8 * size}"
      true -> "u#{8 * size}"
    end
  end

  defp pointer(btf, target, memory) do
    case Btf.type(btf, target) do
      {:type_tag, "user", target, _, _} -> "user*" <> pointee(btf, target, "user")
      _ -> memory <> "*" <> pointee(btf, target, memory)
    end
  end

  defp pointee(btf, id, memory) do
    id = Btf.strip(btf, id)

    case Btf.type(btf, id) do
      {:int, "char", _, _, _} -> "char"
      {kind, _, _, _, _} when kind in [:int, :enum, :enum64, :pointer] -> spell(btf, id, memory)
      {kind, name, _, _, _} when kind in [:struct, :union, :forward] and name != "" -> name
      _ -> "void"
    end
  end

  defp array(btf, <<element::little-32, _index::little-32, count::little-32>>, memory) do
    case Btf.type(btf, Btf.strip(btf, element)) do
      {:int, "char", _, _, _} -> "char[#{count}]"
      {:array, _, _, _, _} -> "bytes:#{count * Btf.size(btf, element)}"
      _ -> "#{spell(btf, element, memory)}[#{count}]"
    end
  end

  @doc """
  The spelling of a type that is known as C text only, such as `const struct iovec *`. A name that
  the kernel's BTF lacks is spelled by the size and sign that the format file gives.
  """
  @spec spell_text(%Btf{}, String.t(), String.t(), non_neg_integer, boolean) :: String.t()
  def spell_text(btf, text, memory, size, signed?) do
    text = text |> String.replace("*", " * ") |> String.split() |> Enum.reject(&qualifier?/1)

    case {List.last(text), resolve(btf, text)} do
      {"*", _} -> memory <> "*" <> pointee_text(btf, Enum.drop(text, -1), memory)
      {_, nil} when size in [1, 2, 4, 8] -> if(signed?, do: "s", else: "u") <> "#{8 * size}"
      {_, nil} -> "bytes:#{size}"
      {_, id} -> spell(btf, id, memory)
    end
  end

  @doc "The spelling of one element of `text[]`, and its size; `char` stays `char`."
  @spec spell_element(%Btf{}, String.t()) :: String.t()
  def spell_element(btf, text) do
    case text |> String.replace("[]", "") |> String.split() do
      ["char"] -> "char"
      words -> words |> Enum.join(" ") |> then(&spell_text(btf, &1, "kernel", 0, false))
    end
  end

  defp pointee_text(btf, text, memory) do
    case {List.last(text), resolve(btf, text)} do
      {"*", _} -> memory <> "*" <> pointee_text(btf, Enum.drop(text, -1), memory)
      {_, nil} when hd(text) in ["struct", "union"] -> List.last(text)
      {_, nil} -> "void"
      {_, id} -> pointee(btf, id, memory)
    end
  end

  defp qualifier?(word), do: word in ~w(const volatile restrict __user __iomem __seg_gs)

  defp resolve(btf, ["struct", name]),
    do: first(btf, :struct, name) || first(btf, :forward, name)

  defp resolve(btf, ["union", name]), do: first(btf, :union, name)
  defp resolve(btf, ["enum", name]), do: first(btf, :enum, name) || first(btf, :enum64, name)

  defp resolve(btf, words) do
    if Enum.all?(words, &(&1 in @integer_words)),
      do: first(btf, :int, integer_name(words)),
      else: first(btf, :typedef, Enum.join(words, " ")) || first(btf, :int, Enum.join(words, " "))
  end

  defp first(btf, kind, name), do: btf |> Btf.find(kind, name) |> List.first()

  # BTF spells integers as compilers do: `long unsigned int`.
  defp integer_name(words) do
    long = Enum.filter(words, &(&1 == "long"))
    unsigned = Enum.filter(words, &(&1 == "unsigned"))

    cond do
      "char" in words -> Enum.join(words, " ")
      "short" in words -> Enum.join(["short" | unsigned] ++ ["int"], " ")
      true -> Enum.join(long ++ unsigned ++ ["int"], " ")
    end
  end
end

defmodule Format do
  @moduledoc "Reads the `format` files of tracefs."

  @field ~r/^\tfield:(.+?)\s*([A-Za-z_]\w*)(\[[^\]]*\])?;\toffset:(\d+);\tsize:(\d+);\tsigned:(\d);$/m

  @type field :: %{
          name: String.t(),
          type: String.t(),
          array: String.t(),
          offset: non_neg_integer,
          size: non_neg_integer,
          signed?: boolean
        }

  @doc """
  The fields that a program may read. Those that all events begin with are left out: the kernel
  puts a pointer of its own there before it runs a BPF program, and the verifier refuses to read it.
  """
  @spec fields(String.t()) :: [field]
  def fields(text) do
    for [_, type, name, array, offset, size, signed] <- Regex.scan(@field, text),
        not String.starts_with?(name, "common_") do
      %{
        name: name,
        type: type,
        array: array,
        offset: String.to_integer(offset),
        size: String.to_integer(size),
        signed?: signed == "1"
      }
    end
    |> check(text)
  end

  defp check(fields, text) do
    seen = text |> String.split("\tfield:") |> length() |> Kernel.-(1)
    common = text |> String.split(~r/\tfield:[^;]* common_\w+;/) |> length() |> Kernel.-(1)
    if length(fields) != seen - common, do: raise("a field was not understood in:\n" <> text)
    fields
  end

  @doc "The member of the event's struct that holds the field."
  @spec member(field) :: String.t()
  def member(%{type: "__data_loc" <> _, name: name}), do: "__data_loc_" <> name
  def member(%{type: "__rel_loc" <> _, name: name}), do: "__rel_loc_" <> name
  def member(%{name: name}), do: name
end

defmodule Event do
  @moduledoc "Joins one event's format with the kernel's types: one line of the database."

  @prefix "trace_event_raw_"
  @slots %{"sys_enter_" => "syscall_trace_enter", "sys_exit_" => "syscall_trace_exit"}

  @doc "The structs that events may have, by the names, offsets and sizes of their fields."
  @spec structures(%Btf{}) :: %{list => [String.t()]}
  def structures(btf) do
    for(
      {{:struct, @prefix <> class}, ids} <- btf.named,
      do: {class, Enum.map(ids, &key(btf, &1))}
    )
    |> Enum.flat_map(fn {class, keys} -> for [key] <- [Enum.uniq(keys)], do: {key, class} end)
    |> Enum.group_by(&elem(&1, 0), &elem(&1, 1))
  end

  defp key(btf, id) do
    for {name, offset, type} <- Btf.members(btf, id), name not in ["ent", "__data"] do
      {name, offset, Btf.size(btf, type)}
    end
  end

  @doc "What the database says of an event: its struct or `-`, and its fields as spelled there."
  @spec layout(String.t(), [Format.field()], [{%Btf{}, map}]) :: {String.t(), [String.t()]}
  def layout("syscalls/" <> name, fields, [{btf, _} | _]), do: slots(btf, name, fields)

  def layout(name, fields, btfs) do
    [_category, event] = String.split(name, "/")
    key = for field <- fields, do: {Format.member(field), field.offset, field.size}
    {btf, classes} = Enum.find_value(btfs, {elem(hd(btfs), 0), []}, &candidates(&1, key))

    case choose(btf, event, Enum.sort(classes)) do
      nil -> {"-", Enum.map(fields, &by_text(btf, &1))}
      class -> {@prefix <> class, Enum.map(fields, &by_member(btf, class, &1))}
    end
  end

  defp candidates({btf, structures}, key), do: if(c = structures[key], do: {btf, c})

  # Classes with equal fields are told apart by their names, and by what their events are called
  # with. A class that has the name of another event is that event's own.
  defp choose(_btf, _event, []), do: nil

  defp choose(btf, event, classes) do
    wanted = arguments(btf, :typedef, "btf_trace_" <> event)

    classes
    |> narrow(&(&1 == event))
    |> narrow(&(wanted && wanted == arguments(btf, :function, "__bpf_trace_" <> &1)))
    |> narrow(&(Btf.find(btf, :typedef, "btf_trace_" <> &1) == []))
    |> Enum.max_by(&shared_words(String.split(&1, "_"), String.split(event, "_")))
  end

  defp narrow(classes, right?) do
    case Enum.filter(classes, right?) do
      [] -> classes
      right -> right
    end
  end

  defp shared_words([word | words], [word | others]), do: 1 + shared_words(words, others)
  defp shared_words(_words, _others), do: 0

  defp arguments(btf, kind, name) do
    with [id | _] <- Btf.find(btf, kind, name), do: parameters(btf, id), else: ([] -> nil)
  end

  # The one is a pointer to a function, the other the function itself.
  defp parameters(btf, id) do
    case Btf.type(btf, id) do
      {:prototype, _, _, _, _} -> Btf.parameters(btf, id)
      {_, _, target, _, _} -> parameters(btf, target)
    end
  end

  defp by_member(btf, class, field) do
    [id | _] = Btf.find(btf, :struct, @prefix <> class)
    {_, _, type} = btf |> Btf.members(id) |> List.keyfind(Format.member(field), 0)
    spelled = dynamic(btf, field) || btf |> Type.spell(type, "kernel") |> sign(field)
    "#{field.name}:#{spelled}@#{field.offset}"
  end

  # BTF knows of pointers and booleans what the format file may have hidden behind a typedef. The
  # sign is the C compiler's in the format file: older BTF has none of enums, and a wrong one of
  # chars.
  defp sign("enum:" <> integer, field), do: "enum:" <> sign(integer, field)

  defp sign(<<sign, bits::binary>>, field) when sign in 'su' and bits in ~w(8 16 32 64),
    do: if(field.signed?, do: "s", else: "u") <> bits

  defp sign(spelled, _field), do: spelled

  defp by_text(btf, field) do
    "#{field.name}:#{dynamic(btf, field) || static(btf, field)}@#{field.offset}"
  end

  defp dynamic(btf, %{type: "__data_loc " <> type}),
    do: "data_loc:#{Type.spell_element(btf, type)}"

  defp dynamic(btf, %{type: "__rel_loc " <> type}), do: "rel_loc:#{Type.spell_element(btf, type)}"
  defp dynamic(_btf, _field), do: nil

  defp static(_btf, %{type: "char", array: "[" <> _, size: size}), do: "char[#{size}]"

  defp static(btf, %{array: "[" <> count} = field) do
    count = with {count, "]"} <- Integer.parse(count), do: count, else: (_ -> 0)
    size = if count > 0, do: div(field.size, count), else: 0
    "#{Type.spell_text(btf, field.type, "kernel", size, field.signed?)}[#{count}]"
  end

  defp static(btf, field),
    do: Type.spell_text(btf, field.type, "kernel", field.size, field.signed?)

  # System calls have no struct of their own. Their arguments stand in slots of a generic one, each
  # as wide as a register; the format file gives the C type of the argument, which is what counts.
  defp slots(btf, name, fields) do
    {_, structure} = Enum.find(@slots, fn {prefix, _} -> String.starts_with?(name, prefix) end)

    members =
      for id <- Enum.take(Btf.find(btf, :struct, structure), 1),
          {name, offset, type} <- Btf.members(btf, id),
          do: {offset, {name, Btf.type(btf, Btf.strip(btf, type))}}

    members = Map.new(members)
    fields = Enum.filter(fields, &(dynamic(btf, &1) == nil))
    places = Enum.map(fields, &slot(members, &1.offset))
    structure = if Enum.all?(places), do: structure, else: "-"

    {structure, Enum.zip_with(fields, places, &by_slot(btf, structure, &1, &2))}
  end

  defp slot(members, offset) do
    case members[offset] do
      {name, {:array, _, _, _, _}} -> "#{name}[0]"
      {name, _} -> name
      nil -> later_slot(members, offset)
    end
  end

  defp later_slot(members, offset) do
    Enum.find_value(members, fn
      {start, {name, {:array, _, _, _, _}}} when offset > start and rem(offset - start, 8) == 0 ->
        "#{name}[#{div(offset - start, 8)}]"

      _ ->
        nil
    end)
  end

  defp by_slot(btf, structure, field, place) do
    spelled = Type.spell_text(btf, field.type, "user", field.size, field.signed?)
    slot = if field.size * 8 == width(spelled), do: "", else: "/#{8 * field.size}"
    member = if structure == "-" or place == field.name, do: "", else: "=" <> place
    "#{field.name}#{member}:#{spelled}#{slot}@#{field.offset}"
  end

  defp width("user*" <> _), do: 64
  defp width(spelled), do: ~r/\d+$/ |> Regex.run(spelled) |> hd() |> String.to_integer()
end

defmodule Database do
  @moduledoc "The text: lines of `name structure kernels field...`, one for each layout."

  @type kernel :: {arch :: String.t(), version :: String.t()}
  @type t :: %{{String.t(), String.t(), [String.t()]} => [kernel]}

  @spec read(String.t()) :: t
  def read(text) do
    for line <- String.split(text, "\n", trim: true),
        not String.starts_with?(line, "#"),
        into: %{} do
      [name, structure, kernels | fields] = String.split(line, " ")
      {{name, structure, fields}, kernels(kernels)}
    end
  end

  defp kernels(text) do
    for group <- String.split(text, ";"),
        [arch, versions] = String.split(group, ":"),
        version <- String.split(versions, ","),
        do: {arch, version}
  end

  @doc "Puts in place of what was known of a kernel what is known now."
  @spec replace(t, kernel, [tuple]) :: t
  def replace(database, kernel, layouts) do
    others =
      for {layout, kernels} <- database,
          rest = kernels -- [kernel],
          rest != [],
          do: {layout, rest}

    Enum.reduce(
      layouts,
      Map.new(others),
      &Map.update(&2, &1, [kernel], fn ks -> [kernel | ks] end)
    )
  end

  @doc "The text, sorted by name; of the layouts of one name, that of the newest kernel first."
  @spec print(t) :: iodata
  def print(database) do
    all = database |> Map.values() |> List.flatten() |> Enum.uniq()

    lines =
      for {{name, structure, fields}, kernels} <- Enum.sort_by(database, &order/1) do
        [Enum.intersperse([name, structure, spell(kernels) | fields], " "), "\n"]
      end

    ["# Tracepoints. Written by generate.exs; README.md gives the format.\n"] ++
      ["# kernels ", spell(all), "\n" | lines]
  end

  defp order({{name, structure, fields}, kernels}) do
    newest = kernels |> Enum.map(fn {_, version} -> numbers(version) end) |> Enum.max()
    {name, Enum.map(newest, &(-&1)), structure, fields}
  end

  defp spell(kernels) do
    kernels
    |> Enum.group_by(&elem(&1, 0), &elem(&1, 1))
    |> Enum.sort()
    |> Enum.map_join(";", fn {arch, versions} ->
      arch <> ":" <> (versions |> Enum.sort_by(&{numbers(&1), &1}) |> Enum.join(","))
    end)
  end

  defp numbers(version),
    do: ~r/\d+/ |> Regex.scan(version) |> Enum.map(fn [digits] -> String.to_integer(digits) end)
end

defmodule Generate do
  @moduledoc """
  usage: elixir generate.exs [option...]

      --merge           keep the other kernels of the database (without it, only this one remains)
      --events DIR      the event directory of tracefs, or a copy of its format files
                        (/sys/kernel/tracing/events)
      --btf FILE        the kernel's BTF (/sys/kernel/btf/vmlinux); once more for each module
      --kernel VERSION  the kernel's name in the database (major.minor of this kernel)
      --arch ARCH       x86_64 or arm64 (this machine's)
      --output FILE     the database (tracepoints.txt beside this script)

  Needs root, and tracefs: mount -t tracefs tracefs /sys/kernel/tracing
  """

  @options [
    merge: :boolean,
    events: :string,
    btf: :keep,
    kernel: :string,
    arch: :string,
    output: :string
  ]

  # The tracer's own records have formats too, but no program attaches to them.
  @not_tracepoints ["ftrace"]

  @spec main([String.t()]) :: :ok
  def main(arguments) do
    case OptionParser.parse(arguments, strict: @options) do
      {options, [], []} -> run(options)
      _ -> stop(@moduledoc)
    end
  end

  defp run(options) do
    kernel = {options[:arch] || arch(), options[:kernel] || version()}
    output = options[:output] || Path.join(__DIR__, "tracepoints.txt")
    events = read_events(options[:events] || "/sys/kernel/tracing/events")
    btfs = options |> Keyword.get_values(:btf) |> read_btfs()
    layouts = for {name, fields} <- events, do: layout(name, fields, btfs)

    known =
      if options[:merge] && File.exists?(output),
        do: output |> File.read!() |> Database.read(),
        else: %{}

    File.write!(output, known |> Database.replace(kernel, layouts) |> Database.print())
    relocated = Enum.count(layouts, fn {_, structure, _} -> structure != "-" end)
    IO.puts("#{length(layouts)} tracepoints, #{relocated} with a struct in BTF: #{output}")
  end

  defp layout(name, fields, btfs) do
    {structure, fields} = Event.layout(name, fields, btfs)
    {name, structure, fields}
  end

  defp read_events(directory) do
    events =
      for path <- Path.wildcard(Path.join(directory, "*/*/format")),
          [_, event, category | _] = path |> Path.split() |> Enum.reverse(),
          category not in @not_tracepoints,
          do: {category <> "/" <> event, path |> File.read!() |> Format.fields()}

    if events == [], do: stop("no event in #{directory}; is tracefs mounted?\n\n" <> @moduledoc)
    events
  end

  defp read_btfs([]), do: read_btfs(["/sys/kernel/btf/vmlinux"])

  defp read_btfs([vmlinux | modules]) do
    kernel = vmlinux |> File.read!() |> Btf.read()
    btfs = [kernel | Enum.map(modules, &(&1 |> File.read!() |> Btf.read(kernel)))]
    Enum.map(btfs, &{&1, Event.structures(&1)})
  end

  defp version do
    [version] = Regex.run(~r/^\d+\.\d+/, File.read!("/proc/sys/kernel/osrelease"))
    version
  end

  defp arch do
    case List.to_string(:erlang.system_info(:system_architecture)) do
      "aarch64" <> _ -> "arm64"
      other -> other |> String.split("-") |> hd()
    end
  end

  @spec stop(String.t()) :: no_return
  defp stop(message) do
    IO.puts(:stderr, message)
    System.halt(1)
  end
end

Generate.main(System.argv())
