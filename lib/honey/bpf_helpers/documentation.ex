defmodule Honey.BpfHelpers.Documentation do
  @moduledoc false
  # What a row of the helper table says, as text: the documentation of its function, and its line in
  # guides/helpers.md.

  alias Honey.BpfHelpers.Example

  # What all types of programs are that have helpers of their own: not extensions, which have those of
  # the programs that they extend, nor remote controls, which have few.
  @all 30

  @doc "The documentation of the function."
  @spec text(map) :: String.t()
  def text(row) do
    [
      row.doc,
      row.obstacle &&
        "It cannot be called yet: there is no value for #{row.obstacle}." <> instead(row.instead),
      effects(row.effects),
      example(Example.fetch(row)),
      "Since Linux #{row.kernel}#{if row.gpl, do: "; for programs with a GPL-compatible license"}. " <>
        "For #{row.programs |> programs() |> programs_text()}.",
      "Number #{row.number} in the kernel's include/uapi/linux/bpf.h."
    ]
    |> Enum.filter(& &1)
    |> Enum.join("\n\n")
  end

  @doc "The types of programs, those that have the helper since the same kernel together."
  @spec programs([map]) :: [{kernel :: String.t(), [String.t()] | :all}]
  def programs(programs) do
    programs
    |> Enum.group_by(& &1.kernel, & &1.text)
    |> Enum.sort_by(fn {kernel, _} -> version(kernel) end)
    |> Enum.map_reduce(0, fn {kernel, texts}, count ->
      count = count + length(texts)
      {{kernel, if(count >= @all, do: :all, else: texts)}, count}
    end)
    |> elem(0)
  end

  defp programs_text([{_, :all}]), do: "programs of all types"
  defp programs_text([{_, texts}]), do: Enum.join(texts, ", ")

  defp programs_text(groups) do
    Enum.map_join(groups, "; ", fn
      {kernel, :all} -> "all other programs (#{kernel})"
      {kernel, texts} -> "#{Enum.join(texts, ", ")} (#{kernel})"
    end)
  end

  defp example(nil), do: nil

  defp example(text) do
    text |> String.trim_trailing() |> String.split("\n") |> Enum.map_join("\n", &indent/1)
  end

  defp indent(""), do: ""
  defp indent(line), do: "    " <> line

  defp instead(nil), do: ""

  defp instead(<<first::utf8, rest::binary>>),
    do: " " <> String.upcase(<<first::utf8>>) <> rest <> "."

  defp effects([]), do: nil

  defp effects(effects),
    do: effects |> Enum.map_join("; ", &elem(&1, 1)) |> String.capitalize() |> Kernel.<>(".")

  @doc "The table of guides/helpers.md."
  @spec table([map]) :: String.t()
  def table(rows) do
    lines =
      for %{alias: false} = row <- rows do
        "| #{row.number} | #{name(row)} | #{row.kernel} | #{if row.gpl, do: "GPL"} | " <>
          "#{row.programs |> programs() |> Enum.map_join("; ", &short/1)} | " <>
          "#{Enum.map_join(row.effects, ", ", &elem(&1, 0))} |\n"
      end

    "| | helper | Linux | license | programs | effects |\n| ---: | --- | --- | --- | --- | --- |\n" <>
      Enum.join(lines)
  end

  defp name(%{obstacle: nil} = row), do: "**`#{row.name}/#{length(row.parameters)}`**"
  defp name(row), do: "`#{row.name}`"

  defp short({kernel, :all}), do: "all (#{kernel})"
  defp short({kernel, texts}), do: "#{length(texts)} types (#{kernel})"

  defp version(kernel), do: kernel |> String.split(".") |> Enum.map(&String.to_integer/1)
end
