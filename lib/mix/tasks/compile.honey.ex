defmodule Mix.Tasks.Compile.Honey do
  @shortdoc "Exports BPF objects, and makes their diagnostics known to Mix"

  @moduledoc """
  The `:honey` compiler of a Mix project.

      def project do
        [..., compilers: [:honey] ++ Mix.compilers()]
      end

  It stands first, because it lets Elixir's compiler keep columns, which diagnostics need. When
  Elixir has compiled, it

    * writes the object of each module with programs to `priv/honey/MyApp.Monitor.bpf.o`, for
      tools such as bpftool. `Honey.load/2` does not need the files: the module has the object
    * removes the objects of modules that are gone
    * says the errors of all modules, and gives them to Mix, as an editor wants them
    * replaces what runs of them in this VM: after `recompile` in IEx, `Honey.start_link/2`'s objects
      go on with the new programs, and their maps

  Objects are written when their bytes change and at no other time. Those of modules below the
  project's test directories are not exported. When nothing was compiled, nothing is done; a
  change of Honey's compiler or of clang compiles every module with programs anew.
  """

  use Mix.Task.Compiler

  alias Honey.{Compiler, Diagnostic, HotSwap, Session}

  @recursive true
  @version 1

  @impl true
  def run(_arguments) do
    config = Mix.Project.config()
    fingerprint = fingerprint_file(config)
    failed = file(config, "failed")
    renew(fingerprint, config)

    # A module that failed depends on this file; that it is gone makes the module stale.
    _ = File.rm(failed)
    Session.start(%{failed: failed, resources: [fingerprint]})

    options = Code.get_compiler_option(:parser_options)
    Code.put_compiler_option(:parser_options, Keyword.put(options, :columns, true))

    Mix.Task.Compiler.after_compiler(:elixir, fn result ->
      Code.put_compiler_option(:parser_options, options)
      finish(result, Session.stop(), config)
    end)

    {:noop, []}
  end

  @impl true
  def manifests, do: [manifest(Mix.Project.config())]

  @impl true
  def clean do
    config = Mix.Project.config()
    config |> all_manifests() |> Enum.flat_map(&objects/1) |> Enum.each(&File.rm/1)
    Enum.each(all_manifests(config), &File.rm/1)
    remove_directory()
  end

  ## After Elixir

  defp finish({status, diagnostics}, {reports, said, compiled}, config) do
    errors = Enum.filter(reports, &(&1.severity == :error))

    # Hints were said when their module was compiled; the warnings here are of modules with errors.
    told = Enum.reject(reports, &(&1.severity == :hint))
    Enum.each(told, &IO.puts(:stderr, ["\n", Diagnostic.format(&1, prefix: true)]))
    diagnostics = place(diagnostics, said) ++ Enum.map(reports, &mix_diagnostic/1)

    if status == :error or errors != [],
      do: {:error, diagnostics},
      else: {succeed(status, compiled, config), diagnostics}
  end

  # What runs is replaced once all of the run has succeeded.
  defp succeed(status, compiled, config) do
    status = if needed?(status, config) and export(config) == :ok, do: :ok, else: status
    HotSwap.run(compiled)
    status
  end

  defp needed?(status, config), do: status != :noop or not exported?(config)

  # Warnings are said by Elixir's own compiler, which counts and keeps them; but only we know all of
  # their place, and their codes.
  defp place(diagnostics, warnings) do
    ours = for warning <- warnings, into: %{}, do: {key(warning), mix_diagnostic(warning)}

    for diagnostic <- diagnostics do
      line = with {line, _column} <- diagnostic.position, do: line
      Map.get(ours, {diagnostic.file, line, first_line(diagnostic.message)}, diagnostic)
    end
  end

  defp key(warning) do
    text = Diagnostic.format(warning, place: false, snippet: false)
    {Diagnostic.path(warning), warning.line, first_line(text)}
  end

  # What follows differs: Elixir's warnings of before 1.16 have the snippet in their text. Messages
  # of other compilers may be iodata.
  defp first_line(message) do
    message |> IO.chardata_to_string() |> String.split("\n", parts: 2) |> hd()
  end

  defp mix_diagnostic(diagnostic) do
    position =
      if diagnostic.column, do: {diagnostic.line, diagnostic.column}, else: diagnostic.line

    path = Diagnostic.path(diagnostic)

    # `source` and `span` are fields from Elixir 1.15 and 1.16 on.
    struct(Mix.Task.Compiler.Diagnostic,
      compiler_name: "Honey",
      severity: diagnostic.severity,
      file: path,
      source: path,
      position: position,
      span: diagnostic.end_column && {diagnostic.line, diagnostic.end_column},
      message: Diagnostic.format(diagnostic, place: false, snippet: false),
      details: diagnostic
    )
  end

  ## The export

  defp exported?(config) do
    case read_manifest(manifest(config)) do
      {:ok, stamp, objects} -> stamp == stamp(config) and Enum.all?(objects, &File.regular?/1)
      :error -> false
    end
  end

  defp export(config) do
    modules = for module <- modules(config), exported_module?(module, config), do: module
    wanted = Enum.map(modules, &object/1)
    stale = objects(manifest(config)) -- wanted
    written = for module <- modules, write(object(module), module.__honey__(:elf)), do: module

    write_manifest(config, wanted)
    removed = for object <- stale -- others(config), File.rm(object) == :ok, do: object
    if removed != [], do: remove_directory()
    if written != [], do: Mix.Project.build_structure(config)
    if written == [] and removed == [], do: :noop, else: :ok
  end

  # Only modules that have programs are loaded: others may do things when they are.
  defp modules(config) do
    path = Mix.Project.compile_path(config)
    _ = Code.prepend_path(path)

    for beam <- Path.wildcard(Path.join(path, "*.beam")),
        {:ok, {module, [exports: exports]}} <-
          [:beam_lib.chunks(String.to_charlist(beam), [:exports])],
        {:__honey__, 1} in exports,
        Code.ensure_loaded?(module),
        do: module
  end

  defp exported_module?(module, config) do
    file = module.__honey__(:unit).file
    tests = Keyword.get(config, :test_paths, ["test"])
    module.__honey__(:elf) != nil and not Enum.any?(tests, &below?(file, &1))
  end

  defp below?(file, directory) do
    List.starts_with?(Path.split(Path.expand(file)), Path.split(Path.expand(directory)))
  end

  defp object(module) do
    Path.join(
      directory(),
      String.replace_prefix(Atom.to_string(module), "Elixir.", "") <> ".bpf.o"
    )
  end

  defp directory, do: Path.join("priv", "honey")

  defp write(path, bytes) do
    if File.read(path) != {:ok, bytes} do
      File.mkdir_p!(Path.dirname(path))
      ignore_in_git()
      temporary = "#{path}.#{System.pid()}"
      File.write!(temporary, bytes)
      File.rename!(temporary, path)
      true
    end
  end

  defp ignore_in_git do
    path = Path.join(directory(), ".gitignore")
    if not File.exists?(path), do: File.write!(path, "*\n")
  end

  defp remove_directory do
    _ = if File.ls(directory()) == {:ok, [".gitignore"]}, do: File.rm_rf!(directory())
    :ok
  end

  ## Files

  defp manifest(config), do: file(config, "manifest")

  defp file(config, name) do
    Path.join(Mix.Project.manifest_path(config), "compile.honey.#{name}")
  end

  # An object belongs to each environment whose manifest lists it.
  defp all_manifests(config) do
    builds = Path.dirname(Mix.Project.build_path(config))

    Path.wildcard(Path.join([builds, "*/lib/#{config[:app]}/.mix/compile.honey.manifest"]),
      match_dot: true
    )
  end

  defp others(config) do
    own = Path.expand(manifest(config))

    for manifest <- all_manifests(config),
        Path.expand(manifest) != own,
        object <- objects(manifest),
        do: object
  end

  defp objects(manifest) do
    case read_manifest(manifest) do
      {:ok, _stamp, objects} -> objects
      :error -> []
    end
  end

  defp read_manifest(path) do
    with {:ok, bytes} <- File.read(path),
         {@version, stamp, objects} <- :erlang.binary_to_term(bytes) do
      {:ok, stamp, objects}
    else
      _ -> :error
    end
  rescue
    ArgumentError -> :error
  end

  defp write_manifest(config, objects) do
    path = manifest(config)
    File.mkdir_p!(Path.dirname(path))
    File.write!(path, :erlang.term_to_binary({@version, stamp(config), objects}))
  end

  # What Elixir's own manifest was when the objects were written: it may have compiled without us.
  defp stamp(config) do
    for manifest <- Mix.Tasks.Compile.Elixir.manifests() do
      case File.stat(manifest, time: :posix) do
        {:ok, %{mtime: mtime, size: size}} -> {mtime, size, fingerprint_file(config)}
        {:error, reason} -> reason
      end
    end
  end

  ## What all objects depend on, besides their source

  # Every module with programs depends on a file with this name, so another name compiles all.
  defp fingerprint_file(config) do
    clang = Compiler.clang()

    facts =
      {@version, file_digest(Honey.Nif.path()), clang,
       clang && File.stat(clang, time: :posix) |> identity()}

    hash = facts |> :erlang.term_to_binary() |> :erlang.md5() |> Base.encode16(case: :lower)
    file(config, "fingerprint-#{hash}")
  end

  defp file_digest(path) do
    case File.read(path) do
      {:ok, bytes} -> :erlang.md5(bytes)
      {:error, reason} -> reason
    end
  end

  defp identity({:ok, stat}), do: {stat.inode, stat.size, stat.mtime}
  defp identity(error), do: error

  defp renew(fingerprint, config) do
    file(config, "fingerprint-*")
    |> Path.wildcard(match_dot: true)
    |> Enum.reject(&(Path.expand(&1) == Path.expand(fingerprint)))
    |> Enum.each(&File.rm/1)

    if not File.exists?(fingerprint) do
      File.mkdir_p!(Path.dirname(fingerprint))
      File.touch!(fingerprint)
    end
  end
end
