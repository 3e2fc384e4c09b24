defmodule Honey.Bench.Instructions do
  @moduledoc """
  How many instructions each program has: as compiled, and in the kernel after the verifier.
  """

  alias Honey.Bench.{Kernel, Subject, Text}

  @heading ["", "ELF: Honey", "C", "kernel: Honey", "C", "more"]

  @spec report([Subject.t()]) :: iodata
  def report(subjects) do
    [
      "INSTRUCTIONS of each program, Honey's and those of C by hand\n\n",
      Enum.map(subjects, &[table(&1), "\n"])
    ]
  end

  defp table(subject) do
    honey = sizes(subject.module.__honey__(:elf))
    c = sizes(subject.c_elf)

    rows =
      for %{elf_name: name} <- subject.module.__honey__(:programs) do
        {honey_elf, honey_kernel} = Map.fetch!(honey, name)
        {c_elf, c_kernel} = Map.fetch!(c, name)
        more = honey_kernel - c_kernel

        [name | Enum.map([honey_elf, c_elf, honey_kernel, c_kernel, more], &to_string/1)]
      end

    Text.table(subject.title, @heading, rows)
  end

  defp sizes(elf) do
    {:ok, object} = Honey.load_binary(elf)
    sections = sections(elf)

    try do
      Map.new(object.programs, fn program ->
        elf = div(Map.fetch!(sections, program.section), 8)
        {program.elf_name, {elf, Kernel.instructions(program.id)}}
      end)
    after
      Honey.unload(object)
    end
  end

  # The size of each section. Every program has one of its own, and an instruction has eight bytes.
  defp sections(<<0x7F, "ELF", 2, 1, _::binary>> = elf) do
    <<table::little-64>> = binary_part(elf, 40, 8)
    <<size::little-16, count::little-16, names::little-16>> = binary_part(elf, 58, 6)
    headers = for i <- 0..(count - 1), do: header(binary_part(elf, table + i * size, size))
    {_, names_offset, _} = Enum.at(headers, names)

    Map.new(headers, fn {name, _offset, length} ->
      rest = binary_part(elf, names_offset + name, byte_size(elf) - names_offset - name)
      {rest |> :binary.split(<<0>>) |> hd(), length}
    end)
  end

  defp header(
         <<name::little-32, _type::32, _flags::64, _address::64, offset::little-64,
           length::little-64, _::binary>>
       ),
       do: {name, offset, length}
end
