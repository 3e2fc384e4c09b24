defmodule Honey.Error.Remedy do
  @moduledoc false
  # From what is known of a refusal to its cause in words, and what to do about it (or nil).

  alias Honey.{Capability, Suggestion, Tracefs}
  alias Honey.Error.{Code, Place, Verifier}

  @type facts :: %{
          step: Honey.Error.step(),
          errno: atom(),
          program: atom() | nil,
          log: binary() | nil,
          detail: binary(),
          section: binary(),
          # those of all programs of the object
          sections: [binary()],
          map_kind: atom() | nil,
          # what an XDP program is to be attached to
          interface: binary() | nil,
          mode: atom() | nil,
          # where something is pinned, or to be
          path: binary() | nil,
          compiled: boolean(),
          at: (non_neg_integer() | nil -> Honey.Error.source() | nil),
          # nil: as this machine has them. Many errors need none of this, which takes its time.
          capabilities: [Capability.name()] | nil,
          kernel: String.t() | nil,
          tracefs: {:ok, Path.t()} | {:error, :eacces | :enoent} | nil
        }

  @doc "The code of a refusal (`Honey.Error.Code`), its cause, and its remedy."
  @spec explain(facts()) :: {Code.t(), cause :: binary(), hint :: binary() | nil}
  def explain(%{step: :stats, errno: errno}) when errno in [:eperm, :eacces] do
    {:privileges, "the privileges do not suffice to have the kernel count runs",
     "run as root, or give the process CAP_SYS_ADMIN, or load without `stats: true`"}
  end

  def explain(%{step: :stats, errno: :einval}),
    do: {:kernel_lacks, "this kernel does not count runs on demand", "use Linux 5.8 or newer"}

  def explain(%{step: :pin, path: path} = facts) when path != nil, do: pinning(facts)

  def explain(%{step: :attach, errno: :eprototype, path: path}) when path != nil,
    do: other_pin(path)

  def explain(%{step: :attach, errno: :enametoolong, path: path} = facts) when path != nil,
    do: pinning(facts)

  def explain(%{errno: errno}) when errno in [:emfile, :enfile], do: no_descriptors(errno)

  def explain(%{errno: errno} = facts) when errno in [:eperm, :eacces] do
    cond do
      facts.log not in [nil, ""] -> Verifier.explain(facts.log, facts)
      facts.step == :attach and tracepoint(facts.section) -> explain_tracepoint(facts)
      true -> permission(facts)
    end
  end

  def explain(%{step: :open} = facts), do: opening(facts)

  def explain(%{step: :load, log: log} = facts) when log not in [nil, ""],
    do: Verifier.explain(facts.log, facts)

  def explain(%{step: :load} = facts), do: kfunc(facts) || loading(facts)

  def explain(%{step: :attach, interface: interface} = facts) when interface != nil,
    do: on_interface(facts)

  def explain(%{step: :attach, errno: :eopnotsupp, section: "t" <> _, path: path})
      when path != nil do
    {:kernel_lacks, "this kernel cannot pin what attaches a program to a tracepoint",
     "use Linux 5.15 or newer, or a `raw_tracepoint`, or load without `pin_links: true`"}
  end

  def explain(%{step: :attach, errno: :eopnotsupp, section: "xdp" <> _} = facts) do
    {:no_interface_named, "an XDP program is attached to a network interface, and none was named",
     "name it: `attach: [#{key(facts)} [interface: \"eth0\"]]`, or leave the program out with " <>
       "`attach: [#{key(facts)} false]`"}
  end

  def explain(%{step: :attach, errno: :eopnotsupp, section: section} = facts) do
    {:no_target, "its section `#{section}` does not say what to attach it to",
     "leave the program out with `attach: [#{key(facts)} false]`, or run it with `Honey.test_run/3`"}
  end

  def explain(%{step: :attach, errno: :eexist}),
    do: {:attached_already, "the program is attached there already", "detach its link first"}

  def explain(%{step: :attach, errno: :e2big, section: "t" <> _}) do
    {:tracepoint_full,
     "as many programs are attached to this tracepoint as it takes, 64 of all processes",
     "detach some, or attach to the raw tracepoint, which has no such limit"}
  end

  def explain(%{step: :attach, errno: :enoent} = facts) do
    if tracepoint(facts.section) || raw_tracepoint(facts.section),
      do: explain_tracepoint(facts),
      else:
        {:kernel_lacks, "this kernel does not have what section `#{facts.section}` names", nil}
  end

  def explain(%{step: :test_run, errno: errno}) when errno in [:einval, :enotsupp, :eopnotsupp] do
    {:not_runnable, "this type of program cannot be run with these arguments",
     "tracepoint, kprobe and perf_event programs cannot be run on demand; raw_tracepoint and " <>
       "syscall programs take `:ctx` only, of 65,535 bytes at most, and no `:repeat`; xdp and packet " <>
       "programs want at least 14 bytes of `:data`"}
  end

  def explain(%{step: :test_run, errno: :enomem}) do
    {:no_memory, "the kernel has no memory for it, or makes no packet of this size",
     "give it less `:data`: what is sure to fit is a page, less some 600 bytes"}
  end

  def explain(%{errno: :enomem}), do: no_memory()
  def explain(_facts), do: {:refused, "the kernel refused it", nil}

  # As it stands in a keyword list.
  defp key(%{program: nil}), do: "name:"
  defp key(%{program: program}), do: Macro.inspect_atom(:key, program)

  @doc "Where a process, or the machine, has as many descriptors as it may have."
  @spec no_descriptors(:emfile | :enfile) :: {Code.t(), String.t(), String.t()}
  def no_descriptors(:emfile) do
    {:no_descriptors, "the BEAM has as many files open as it may have",
     "raise the limit: `ulimit -n` before it starts, or `LimitNOFILE=` of its service"}
  end

  def no_descriptors(:enfile) do
    {:no_descriptors, "the machine has as many files open as it may have",
     "raise `fs.file-max` by sysctl, or close what is not needed"}
  end

  @doc "Where the kernel has no memory, or the process's control group may have no more."
  @spec no_memory() :: {Code.t(), String.t(), String.t()}
  def no_memory do
    {:no_memory, "the kernel has no memory for it",
     "ask for less at once, or give the process's control group more (`MemoryMax=` of its service)"}
  end

  # In libbpf's words, of which it has others for each way in which one can be missing.
  defp kfunc(%{detail: detail} = facts) do
    case Regex.run(~r/extern \(func ksym\) '(\w+)': (.*)/, detail, capture: :all_but_first) do
      [name, "not found" <> _] ->
        {:no_kfunc, "kernel #{facts.kernel || kernel()} has no kfunc `#{name}`",
         "it may have come with a later kernel, or need an option that this one was built without"}

      [name, _] ->
        {:other_kfunc,
         "kernel #{facts.kernel || kernel()} has kfunc `#{name}` with other parameters, or another result",
         "declare it as that kernel has it: `bpftool btf dump file /sys/kernel/btf/vmlinux` shows it"}

      nil ->
        nil
    end
  end

  defp kernel do
    case File.read("/proc/sys/kernel/osrelease") do
      {:ok, release} -> String.trim(release)
      _ -> "of this machine"
    end
  end

  # Before 5.11 maps and programs were locked memory; libbpf has tried to raise the limit.
  @counts_locked_memory "5.11"

  defp permission(%{map_kind: kind} = facts) do
    wanted = Capability.needed(facts.step, sections(facts), kind)
    missing = Capability.missing(wanted, facts.capabilities || Capability.effective())

    cond do
      missing != [] ->
        {:privileges, "the privileges do not suffice",
         "run as root, or give the process #{Enum.map_join(missing, " and ", &Capability.text/1)}"}

      facts.step == :load and older?(facts.kernel || kernel(), @counts_locked_memory) ->
        {:locked_memory,
         "the process may lock too little memory, which this kernel takes for maps and programs",
         "raise the limit: `ulimit -l unlimited`, or LimitMEMLOCK=infinity for systemd; or give " <>
           "the process CAP_SYS_RESOURCE, and Honey does"}

      true ->
        {:policy, "this kernel's policy does not allow it, whatever the privileges",
         "lockdown or a security module forbids this type of program or this helper"}
    end
  end

  defp sections(%{section: "", sections: sections}), do: sections
  defp sections(%{section: section}), do: [section]

  defp older?(kernel, than), do: version(kernel) < version(than)

  defp version(text) do
    case Regex.run(~r/^(\d+)\.(\d+)/, text, capture: :all_but_first) do
      nil -> [0, 0]
      numbers -> Enum.map(numbers, &String.to_integer/1)
    end
  end

  defp pinning(%{errno: :exdev, path: path}) do
    {:no_bpf_fs, "#{path} is not in a BPF file system",
     "mount one, `mount -t bpf bpf /sys/fs/bpf`, and name a directory below it"}
  end

  defp pinning(%{errno: :eperm, path: path} = facts) do
    if path |> missing() |> String.contains?("."),
      do:
        {:pin_name, "the kernel has no names with dots in a BPF file system, as in #{path}", nil},
      else: permission(facts)
  end

  defp pinning(%{errno: :eacces, path: path}), do: Place.explain(path)

  defp pinning(%{errno: :eexist, path: path}) do
    {:pin_raced, "something has come into #{path} meanwhile",
     "load it again, which takes over what is there"}
  end

  defp pinning(%{errno: :eisdir, path: path}) do
    {:pin_in_the_way, "#{path} is a directory, and the name of a pin",
     "remove it, or name another directory for the pins"}
  end

  defp pinning(%{errno: :enolink, path: path}) do
    {:pin_in_the_way, "#{path} is a symbolic link to nothing, and the name of a pin",
     "remove it, or name another directory for the pins"}
  end

  defp pinning(%{errno: :enotdir, path: path}),
    do: {:pin_in_the_way, "a part of #{path} is no directory", "name another directory"}

  defp pinning(%{errno: :enametoolong, path: path}) do
    {:pin_name, "a name in #{path} has more than the 255 bytes that a file's may have",
     "give the map, or the program, a shorter one"}
  end

  defp pinning(%{errno: :enoent, path: path}) do
    {:no_pin, "there is no #{path}",
     near(path) || "nothing is pinned there; `pin:` says where the pins are"}
  end

  defp pinning(%{errno: :eprototype, path: path}), do: other_pin(path)
  defp pinning(%{path: path}), do: {:refused, "the kernel refused it for #{path}", nil}

  defp near(path) do
    with {:ok, names} <- File.ls(Path.dirname(path)),
         near when near != nil <- Suggestion.nearest(Path.basename(path), names),
         do: "did you mean #{Path.join(Path.dirname(path), near)}?",
         else: (_ -> nil)
  end

  # Of a path, what is not there.
  defp missing(path, rest \\ "") do
    if File.exists?(path),
      do: rest,
      else: missing(Path.dirname(path), Path.join(Path.basename(path), rest))
  end

  defp other_pin(path) do
    {:pin_kind, "what is pinned as #{path} is of another kind",
     "`Honey.unpin(#{inspect(Path.dirname(path))})` takes it away; or name another directory"}
  end

  defp on_interface(%{errno: :enodev, interface: name}) do
    names =
      case :inet.getifaddrs() do
        {:ok, list} -> for {name, _} <- list, do: List.to_string(name)
        _ -> []
      end

    hint =
      case Suggestion.nearest(name, names) do
        nil -> "`ip link` lists them"
        near -> "did you mean `#{near}`?"
      end

    {:no_interface, "there is no network interface `#{name}`", hint}
  end

  defp on_interface(%{errno: errno, interface: name} = facts) when errno in [:ebusy, :eexist] do
    hint =
      case pinned_there(facts) do
        nil ->
          "`ip link show dev #{name}` tells its id; detach that one first"

        pin ->
          "#{pin} may be what holds it, of a program with another name: the old version can be upgraded, with " <>
            "`attach:` for the new name, or `Honey.unpin(#{inspect(Path.dirname(pin))})` ends it"
      end

    {:interface_busy, "`#{name}` has an XDP program already", hint}
  end

  # A driver that has the whole packet in one page, as programs without fragments need it.
  defp on_interface(%{errno: :erange, interface: name}) do
    {:interface_driver, "the MTU of `#{name}`, or of its peer, is too large for an XDP program",
     "make it smaller, `ip link set dev #{name} mtu 3500` (of a veth pair that of the other end), or take " <>
       "`mode: :generic`; packets of several fragments are not supported"}
  end

  defp on_interface(%{mode: :native, interface: name}) do
    {:interface_driver,
     "the driver of `#{name}` cannot run XDP programs itself, or not as the interface is set",
     "leave out `mode: :native`, or take `mode: :generic`; a large MTU or LRO can be in the way, too"}
  end

  defp on_interface(%{interface: name, errno: errno}),
    do:
      {:interface_driver, "`#{name}` does not take the program (#{errno})",
       "try `mode: :generic`"}

  # A link that is pinned beside the one that was to be, and for the same interface.
  defp pinned_there(%{path: nil}), do: nil

  defp pinned_there(%{path: path, interface: interface}) do
    directory = Path.dirname(path)

    with {:ok, names} <- File.ls(directory),
         name when name != nil <-
           Enum.find(names, &(&1 =~ ~r/^link-/ and String.ends_with?(&1, "-" <> interface))),
         do: Path.join(directory, name),
         else: (_ -> nil)
  end

  defp opening(%{errno: errno})
       when errno in [:libbpf_format, :libbpf_libelf, :libbpf_endian, :einval] do
    {:not_bpf, "this is no BPF object that libbpf can read",
     "it wants a 64-bit little-endian ELF of clang's `-target bpf`, with BTF maps (`-g`)"}
  end

  defp opening(%{errno: :eopnotsupp}) do
    {:not_bpf,
     "one of its maps is of type struct_ops, and is not defined in the section `.struct_ops`",
     "such a map is a variable of a kernel's struct there, not one of `.maps`"}
  end

  defp opening(_facts), do: {:not_bpf, "libbpf could not read the object", nil}

  # What libbpf says of a map that could not be made.
  @no_map ~r/map '[^']+': failed to create/

  defp loading(%{errno: :e2big, detail: detail} = facts) do
    if detail =~ @no_map,
      do:
        {:map_too_large, "the map is larger than the kernel allows",
         "make `max_entries` or its values smaller"},
      else: loading(%{facts | errno: :libbpf_prog2big})
  end

  defp loading(%{errno: :libbpf_prog2big}),
    do:
      {:program_too_large, "a program has too many instructions",
       "cut it into several, which tail calls connect"}

  defp loading(%{errno: :enomem}),
    do: {:no_memory, "the kernel has no memory for it", "make `max_entries` smaller"}

  defp loading(%{errno: :enoent, detail: detail}) do
    if detail =~ "BTF",
      do: {:no_kernel_btf, "this kernel has no BTF", "use a kernel with CONFIG_DEBUG_INFO_BTF"},
      else: {:kernel_lacks, "this kernel does not have something that the object needs", nil}
  end

  defp loading(%{errno: :einval, detail: detail}) do
    if detail =~ @no_map do
      {:map_definition, "the kernel does not take a map of this definition",
       "its type may be newer than the kernel, or its sizes, entries and flags not what the type " <>
         "wants; guides/maps.md has both"}
    else
      {:kernel_lacks, "this kernel does not accept it",
       "it may be older than what the program uses"}
    end
  end

  defp loading(_facts), do: {:refused, "the kernel refused it", nil}

  # `nil`, or what the section names below tracefs.
  defp tracepoint(section) do
    case String.split(section, "/") do
      [kind, category, name] when kind in ["tracepoint", "tp"] -> {category, name}
      _ -> nil
    end
  end

  defp raw_tracepoint(section) do
    case String.split(section, "/") do
      [kind, name] when kind in ["raw_tracepoint", "raw_tp", "raw_tracepoint.w", "raw_tp.w"] ->
        name

      _ ->
        nil
    end
  end

  defp explain_tracepoint(facts) do
    case tracepoint(facts.section) do
      nil ->
        {:no_tracepoint, "this kernel has no raw tracepoint `#{raw_tracepoint(facts.section)}`",
         nil}

      {category, name} ->
        missing_tracepoint(category, name, facts.tracefs || Tracefs.root(), facts)
    end
  end

  defp missing_tracepoint(category, name, {:ok, root}, facts),
    do: in_tracefs(Path.join([root, "events", category]), category, name, facts)

  defp missing_tracepoint(category, name, {:error, :eacces}, _facts) do
    {:tracefs_unreadable,
     "tracefs is mounted, but this user may not read it, where the tracepoint's number is",
     unreadable(category, name)}
  end

  defp missing_tracepoint(_category, _name, {:error, :enoent}, _facts) do
    {:tracefs_missing, "tracefs is not mounted, and libbpf finds tracepoints there",
     Tracefs.mounted()}
  end

  defp in_tracefs(directory, category, name, facts) do
    case File.ls(directory) do
      {:error, :eacces} ->
        {:tracefs_unreadable, "this user may not read #{directory}", unreadable(category, name)}

      {:error, _} ->
        {:no_tracepoint, "this kernel has no category of tracepoints `#{category}`", nil}

      {:ok, names} ->
        if name in names,
          do: existing_tracepoint(facts),
          else:
            {:no_tracepoint, "this kernel has no tracepoint `#{category}/#{name}`",
             alike(category, name, names)}
    end
  end

  # The raw tracepoint of the same event is found by its name; those of system calls have none.
  defp unreadable(category, name) do
    raw =
      if category != "syscalls",
        do: "; `@sec \"raw_tracepoint/#{name}\"` needs none of this, and has no fields of `ctx`"

    Tracefs.readable() <> (raw || "")
  end

  defp existing_tracepoint(%{errno: errno} = facts) when errno in [:eperm, :eacces],
    do: permission(facts)

  defp existing_tracepoint(_facts), do: {:refused, "the kernel refused it", nil}

  defp alike(category, name, names) do
    with best when best != nil <- Suggestion.nearest(name, names),
         do: "did you mean `#{category}/#{best}`?"
  end
end
