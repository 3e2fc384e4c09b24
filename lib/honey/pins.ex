defmodule Honey.Pins do
  @moduledoc false
  # Names in a BPF file system, which keep maps and links in the kernel when their object goes. All of an
  # object's are in one directory: a map's is the one that the ELF has for it, as libbpf would name it, a
  # link's `link-` and its program's, which no map can have.
  #
  # New names are made last, all or none: see loader/pin.h.

  alias Honey.{Error, LoaderNif}
  alias Honey.Map.Difference

  @root "/sys/fs/bpf"
  @example ~s("/sys/fs/bpf/my_app")

  # What a directory may have, so that a name in it still fits what the loader takes.
  @longest 160

  defstruct [:directory, links?: false, new: [], adopted: []]

  @typedoc "The maps by their names in the ELF: those to be pinned, and those that were."
  @type t :: %__MODULE__{
          directory: Path.t() | nil,
          links?: boolean(),
          new: [binary()],
          adopted: [binary()]
        }

  @typedoc "What the options say: nil for nothing; true: where the module's own are."
  @type wish :: %{directory: nil | boolean() | binary(), links?: boolean()}

  @doc "The wish of these options, which raise where they are none."
  @spec wish!(keyword()) :: wish()
  def wish!(options) do
    directory = Keyword.get(options, :pin)
    links? = Keyword.get(options, :pin_links, false)

    unless is_binary(directory) or directory in [nil, true, false] do
      raise ArgumentError,
            "`pin:` wants a directory, such as #{@example}, true for the module's own, or false " <>
              "for maps that nothing else has, got: #{inspect(directory)}"
    end

    unless is_boolean(links?) do
      raise ArgumentError, "`pin_links:` wants true or false, got: #{inspect(links?)}"
    end

    if links? and directory == false do
      raise ArgumentError, "`pin_links: true` and `pin: false` contradict each other"
    end

    %{directory: directory, links?: links?}
  end

  @doc "Where the pins of a module are, if nothing else is said."
  @spec default_directory(module() | nil) :: {:ok, Path.t()} | {:error, Error.t()}
  def default_directory(nil) do
    refuse(
      :directory,
      "nothing says where to pin what this object wants to be pinned",
      "name a directory, `pin: #{@example}`, or load it with `pin: false`"
    )
  end

  # The kernel reserves dots.
  def default_directory(module) do
    name = module |> inspect() |> String.replace(".", "-")

    if name =~ ~r/\A[A-Za-z0-9_-]{1,100}\z/ do
      {:ok, "#{@root}/honey/#{name}"}
    else
      refuse(
        :directory,
        "the name of #{inspect(module)} is none for a directory",
        "name one, `pin: #{@example}`"
      )
    end
  end

  @doc "A directory as it was given, if it can be one of pins."
  @spec check_path(binary()) :: {:ok, Path.t()} | {:error, Error.t()}
  def check_path(given) do
    path = String.trim_trailing(given, "/")

    case problem(path) do
      nil ->
        {:ok, path}

      problem ->
        refuse(
          :path,
          "#{inspect(given)} #{problem}",
          "name a directory of a BPF file system, such as #{@example}"
        )
    end
  end

  defp problem(path) do
    names = path |> String.split("/") |> tl_or_nil()

    cond do
      not String.printable?(path) -> "has bytes that are no text"
      byte_size(path) > @longest -> "has more than #{@longest} bytes"
      names in [nil, []] -> "is no absolute path"
      ".." in names or "." in names -> "has `.` or `..` in it"
      "" in names -> "has an empty name in it"
      true -> nil
    end
  end

  defp tl_or_nil(["" | names]), do: names
  defp tl_or_nil(_), do: nil

  @doc "Before an object is loaded: the maps that are pinned already take the places of new ones."
  @spec adopt(reference(), map()) :: {:ok, t()} | {:error, Error.t()}
  def adopt(ref, %{pin: wish} = blueprint) do
    with {:ok, wanted} <- LoaderNif.pin_wanted(ref),
         {:ok, directory} <- directory(wish, wanted, blueprint.module),
         :ok <- check_place(directory) do
      adopt_maps(ref, wanted, blueprint, %__MODULE__{directory: directory, links?: wish.links?})
    else
      {:error, %Error{} = error} -> {:error, error}
      {:error, reason} -> {:error, Error.from_loader(:pin, reason)}
    end
  end

  defp directory(%{directory: false}, _wanted, _module), do: {:ok, nil}
  defp directory(%{directory: nil, links?: false}, [], _module), do: {:ok, nil}

  defp directory(%{directory: nil}, _wanted, module), do: default_directory(module)

  defp directory(%{links?: false}, [], _module) do
    refuse(
      :options,
      "`pin:` says where, but there is nothing to pin",
      "write `pinning: :by_name` with the maps that are to stay, or `pin_links: true`"
    )
  end

  defp directory(%{directory: true}, _wanted, module), do: default_directory(module)
  defp directory(%{directory: given}, _wanted, _module), do: check_path(given)

  defp check_place(nil), do: :ok

  defp check_place(directory) do
    with {:error, reason} <- LoaderNif.pin_check_place(directory),
         do: {:error, Error.from_loader(:pin, reason, path: directory)}
  end

  defp adopt_maps(_ref, _wanted, _blueprint, %{directory: nil} = pins), do: {:ok, pins}

  defp adopt_maps(ref, wanted, blueprint, pins) do
    Enum.reduce_while(wanted, {:ok, pins}, fn map, {:ok, pins} ->
      case LoaderNif.pin_adopt(ref, map, path(pins, map)) do
        :ok -> {:cont, {:ok, %{pins | adopted: [map | pins.adopted]}}}
        :absent -> {:cont, {:ok, %{pins | new: [map | pins.new]}}}
        {:error, reason} -> {:halt, {:error, of_map(reason, map, path(pins, map), blueprint)}}
      end
    end)
  end

  defp of_map({:differs, differences}, map, path, blueprint) do
    Error.new(
      step: :pin,
      reason: :differs,
      map: name_of(map, blueprint),
      cause:
        "another map is pinned as #{path}: " <> Difference.text(differences, "there", "here"),
      hint:
        "`Honey.unpin(#{inspect(Path.dirname(path))})` takes it away, with what it holds, and the next " <>
          "start makes a new one. To take over what it holds, while the old version runs: first " <>
          "`Honey.unpin(owner)`, then `Honey.upgrade(owner, on_change: fn name, old, new -> ... end)`. " <>
          "Or load with another directory as `pin:`"
    )
  end

  defp of_map(reason, map, path, blueprint),
    do: Error.from_loader(:pin, reason, map: name_of(map, blueprint), path: path)

  defp name_of(elf_name, blueprint) do
    name = Enum.find_value(blueprint.maps || [], &if(&1.elf_name == elf_name, do: &1.name))
    name || if(String.valid?(elf_name), do: String.to_atom(elf_name))
  end

  @doc "Whether the map, by its name in the ELF, has a name that it was given or found here."
  @spec pinned?(t(), binary()) :: boolean()
  def pinned?(pins, map) do
    map in (pins.new ++ pins.adopted) and match?({:ok, _}, File.lstat(path(pins, map)))
  end

  @doc "Pins what is new: the maps, once, and the links that were attached since."
  @spec commit(reference(), t(), :maps | :links) :: :ok | {:error, Error.t()}
  def commit(_ref, %{directory: nil}, _what), do: :ok
  def commit(_ref, %{links?: false}, :links), do: :ok

  def commit(ref, pins, what) do
    maps = if what == :maps, do: for(map <- pins.new, do: {map, path(pins, map)}), else: []

    with {:error, reason} <- LoaderNif.pin_commit(ref, pins.directory, maps),
         do: {:error, Error.from_loader(:pin, reason, path: pins.directory)}
  end

  @doc "The name of a program's link, where it is to have one."
  @spec link(t(), program :: binary(), interface :: binary() | nil) :: Path.t() | nil
  def link(%{links?: false}, _program, _interface), do: nil
  def link(pins, program, nil), do: path(pins, "link-#{program}")

  def link(pins, program, interface) do
    escaped = interface |> String.replace("%", "%25") |> String.replace(".", "%2E")
    path(pins, "link-#{program}-#{escaped}")
  end

  defp path(pins, name), do: Path.join(pins.directory, name)

  @doc "Takes away what an object has pinned; it keeps its maps, and its links are its alone."
  @spec remove(reference(), t()) :: :ok | {:error, Error.t()}
  def remove(_ref, %{directory: nil}), do: :ok

  def remove(ref, pins) do
    with :ok <- remove_links(ref, pins) do
      (pins.new ++ pins.adopted) |> Enum.map(&path(pins, &1)) |> remove_files(pins.directory)
    end
  end

  defp remove_links(ref, pins) do
    with {:error, reason} <- LoaderNif.pin_remove_links(ref),
         do: {:error, Error.from_loader(:pin, reason, path: pins.directory)}
  end

  @doc """
  Takes away all pins of a directory, and the directory. Where somebody has written a path that there is not, it is
  an error, since it may be misspelt.
  """
  @spec remove_all(Path.t()) :: :ok | {:error, Error.t()}
  def remove_all(given) do
    with {:ok, directory} <- check_path(given),
         :ok <- check_place(directory),
         :ok <- check_root(directory) do
      case File.ls(directory) do
        {:ok, names} -> directory |> files(names) |> remove_files(directory)
        {:error, errno} -> file_error(errno, directory)
      end
    end
  end

  @doc "The same of a module's own directory, which need not be there."
  @spec remove_of(module()) :: :ok | {:error, Error.t()}
  def remove_of(module) do
    with {:ok, directory} <- default_directory(module),
         {:error, %Error{errno: :enoent}} <- remove_all(directory),
         do: :ok
  end

  # Of a symbolic link to it, too: the kernel takes `..` behind what the link leads to.
  defp check_root(directory) do
    with {:error, _} <- LoaderNif.pin_check_place(directory <> "/..") do
      refuse(
        :path,
        "#{directory} is all of a BPF file system, where others have pins too",
        "name the directory of those that are to go"
      )
    end
  end

  defp files(directory, names) do
    for name <- names, path = Path.join(directory, name), not File.dir?(path), do: path
  end

  # A directory with something else in it stays, and so does what a BPF file system is mounted on.
  defp remove_files(paths, directory) do
    paths
    |> Enum.map(&{&1, File.rm(&1)})
    |> Enum.find_value(fn
      {path, {:error, errno}} when errno != :enoent -> file_error(errno, path)
      _ -> nil
    end)
    |> case do
      nil ->
        File.rmdir(directory)
        :ok

      error ->
        error
    end
  end

  defp file_error(errno, path) do
    words = errno |> :file.format_error() |> to_string()
    {:error, Error.from_loader(:pin, {errno, words, ""}, path: path)}
  end

  defp refuse(reason, cause, hint),
    do: {:error, Error.new(step: :pin, reason: reason, cause: cause, hint: hint)}
end
