defmodule Honey.Upgrade.Links do
  @moduledoc false
  # The programs of a new object take the places of those of the old one, link by link. All, or none:
  # what was replaced is put back when one is refused.

  alias Honey.{Attachment, Error, LoaderNif, Object}

  @doc """
  `attach?` is whether programs that only the new version has are attached, too; `finish` is the last
  that may be refused. Gives what became of each program.
  """
  @spec replace(Object.t(), Object.t(), boolean, (() -> :ok | {:error, Error.t()})) ::
          {:ok, map} | {:error, Error.t()}
  def replace(old, new, attach?, finish) do
    with {:ok, links} <- links(old) do
      {pairs, left} = pair(links, new)

      with {:ok, replaced} <- replace_each(pairs, old, new),
           {:ok, attached} <- finish(left, old, new, attach?, replaced, finish) do
        Enum.each(left, fn {link, _} -> LoaderNif.link_detach(link) end)
        {:ok, outcomes(replaced, attached, left)}
      end
    end
  end

  defp finish(left, old, new, attach?, replaced, finish) do
    with {:ok, attached} <- Attachment.some(new, wanted(left, old, new, attach?)),
         :ok <- finish.() do
      {:ok, attached}
    else
      {:error, error} ->
        put_back(replaced, old)
        {:error, error}
    end
  end

  defp outcomes(replaced, attached, left) do
    gone = for {_, program} <- left, do: {program.name, :detached}
    there = for {_, program, how} <- replaced, do: {program.name, how}
    Map.new(gone ++ Enum.map(attached, &{&1, :attached}) ++ there)
  end

  defp links(old) do
    case LoaderNif.object_links(old.ref) do
      {:ok, links} ->
        programs = Map.new(old.programs, &{&1.elf_name, &1})
        {:ok, for({link, elf_name} <- links, do: {link, programs[elf_name]})}

      {:error, reason} ->
        {:error, Error.from_loader(:upgrade, reason)}
    end
  end

  # `{link, old program, new program}` where that has the same name and type; and the links that are left.
  defp pair(links, new) do
    programs = Map.new(new.programs, &{&1.name, &1})

    Enum.reduce(Enum.reverse(links), {[], []}, fn {link, program}, {pairs, left} ->
      case programs[program.name] do
        %{type: type} = next when type == program.type -> {[{link, program, next} | pairs], left}
        _ -> {pairs, [{link, program} | left]}
      end
    end)
  end

  # `{new link, old program, how}`, the last first. Who detached a link meanwhile wanted it so.
  defp replace_each(pairs, old, new) do
    Enum.reduce_while(pairs, {:ok, []}, fn {link, program, next}, {:ok, replaced} ->
      case LoaderNif.link_replace(link, new.ref, next.elf_name) do
        {:ok, link, how} ->
          {:cont, {:ok, [{link, program, how} | replaced]}}

        {:error, {:enoent, _, _}} ->
          {:cont, {:ok, replaced}}

        {:error, reason} ->
          put_back(replaced, old)
          context = [program: next.name, section: next.section]
          {:halt, {:error, Error.from_loader(:attach, reason, context)}}
      end
    end)
  end

  defp put_back(replaced, old) do
    Enum.each(replaced, fn {link, program, _} ->
      LoaderNif.link_replace(link, old.ref, program.elf_name)
    end)
  end

  # Those that only the new version has, and those of another type than before, if they were attached.
  defp wanted(left, old, new, attach?) do
    before = Map.new(old.programs, &{&1.name, &1.type})
    left = Enum.map(left, fn {_, program} -> program.name end)

    for program <- new.programs,
        (attach? and not is_map_key(before, program.name)) or
          (program.name in left and before[program.name] != program.type),
        do: program.name
  end
end
