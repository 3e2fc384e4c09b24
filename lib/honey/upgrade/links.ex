defmodule Honey.Upgrade.Links do
  @moduledoc false
  # The programs of a new object take the places of those of the old one, link by link. All, or none:
  # what was replaced is put back when one is refused.
  #
  # A program goes to where the one of its name is. An interface has one XDP program at a time: there a
  # program that is new goes to where one is that is no more, which has been renamed.

  alias Honey.{Attachment, Error, LoaderNif, Object, Pins}

  @doc """
  `attach?` is whether programs that only the new version has are attached, too; `finish` is the last
  that may be refused. Gives what became of each program.
  """
  @spec replace(Object.t(), Object.t(), boolean, (() -> :ok | {:error, Error.t()})) ::
          {:ok, map} | {:error, Error.t()}
  def replace(old, new, attach?, finish) do
    with {:ok, links} <- links(old) do
      {pairs, left} = pair(links, old, new, attach?)

      with {:ok, replaced} <- replace_each(pairs, old, new),
           {:ok, attached} <- finish(left, old, new, attach?, replaced, finish) do
        Enum.each(left, fn link -> LoaderNif.link_detach(link.ref) end)
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
    before = Enum.map(replaced, & &1.program) ++ Enum.map(left, & &1.program)
    gone = for program <- before, do: {program.name, :detached}
    there = for link <- replaced, do: {link.next.name, link.how}
    Map.new(gone ++ Enum.map(attached, &{&1, :attached}) ++ there)
  end

  # `%{ref:, program:, interface:}` of each, by the old object's program.
  defp links(old) do
    case LoaderNif.object_links(old.ref) do
      {:ok, links} ->
        programs = Map.new(old.programs, &{&1.elf_name, &1})

        {:ok,
         for(
           {ref, elf_name, interface} <- links,
           do: %{ref: ref, program: programs[elf_name], interface: interface}
         )}

      {:error, reason} ->
        {:error, Error.from_loader(:upgrade, reason)}
    end
  end

  # Those that go on, with the `next` program of the same type; and those that are left.
  defp pair(links, old, new, attach?) do
    programs = Map.new(new.programs, &{&1.name, &1})
    renamed = if attach?, do: renamed(old, new, programs), else: %{}

    links
    |> Enum.map(fn %{program: program} = link ->
      next = programs[program.name] || renamed[link.interface]

      if next && next.type == program.type && not dropped?(next, old, new),
        do: Map.put(link, :next, next),
        else: link
    end)
    |> Enum.split_with(&is_map_key(&1, :next))
  end

  # `attach:` says now that it is not to be attached. What was attached by hand, whatever it said, stays.
  defp dropped?(program, old, new),
    do: new.attach[program.name] == false and old.attach[program.name] != false

  # By its interface, the program that is to be there and that the old version has not.
  defp renamed(old, new, programs) do
    before = MapSet.new(old.programs, & &1.name)

    for {name, options} when is_list(options) <- new.attach,
        interface = options[:interface],
        %{type: "xdp"} = program <- [programs[name]],
        name not in before,
        into: %{},
        do: {interface, program}
  end

  # The last first. Who detached a link meanwhile wanted it so.
  defp replace_each(pairs, old, new) do
    Enum.reduce_while(pairs, {:ok, []}, fn link, {:ok, replaced} ->
      case replace_one(link, new) do
        {:ok, ref, how} ->
          {:cont, {:ok, [Map.merge(link, %{ref: ref, how: how}) | replaced]}}

        # Nor is there one any more where its interface has gone.
        {:error, {gone, _, _}} when gone in [:enoent, :enolink] ->
          {:cont, {:ok, replaced}}

        {:error, reason} ->
          put_back(replaced, old)
          context = [program: link.next.name, section: link.next.section]
          {:halt, {:error, Error.from_loader(:attach, reason, context)}}
      end
    end)
  end

  # What is pinned has its program's name.
  defp replace_one(%{program: program, next: next} = link, new) do
    with :ok <- rename(link, program, next, new.pins),
         {:error, reason} <- LoaderNif.link_replace(link.ref, new.ref, next.elf_name) do
      _ = rename(link, next, program, new.pins)
      {:error, reason}
    end
  end

  defp rename(link, from, to, pins) do
    case Pins.link(pins, to.elf_name, link.interface) do
      pin when pin == nil or from.elf_name == to.elf_name -> :ok
      pin -> LoaderNif.link_rename(link.ref, pin)
    end
  end

  defp put_back(replaced, old) do
    Enum.each(replaced, fn %{program: program, next: next} = link ->
      with {:ok, ref, _} <- LoaderNif.link_replace(link.ref, old.ref, program.elf_name),
           do: rename(%{link | ref: ref}, next, program, old.pins)
    end)
  end

  # Those that only the new version has, and those of another type than before, if they were attached.
  defp wanted(left, old, new, attach?) do
    before = Map.new(old.programs, &{&1.name, &1.type})
    left = Enum.map(left, & &1.program.name)

    for program <- new.programs,
        (attach? and not is_map_key(before, program.name)) or
          (program.name in left and before[program.name] != program.type),
        do: program.name
  end
end
