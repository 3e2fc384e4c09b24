defmodule Honey.MessagesTest do
  @moduledoc """
  No message without a golden: every text of a diagnostic that the sources have is one that some
  `test/golden/*.err` or `*.warn` shows, as people see it and with its place.

  The texts are read out of the sources: in C, the strings in calls of what gives a diagnostic or a
  hint; of `Honey.Definition`, its strings. To add a message, add a small module that
  provokes it to test/golden (several that belong together may share one), let
  guides/troubleshooting.md link it, and run scripts/golden.sh.
  """

  use ExUnit.Case, async: true

  # What gives a diagnostic or a hint, with a format. Functions whose names begin with `refuse` or
  # `bad_` take a part of a message.
  @formats ~w(error_at warn_at strict_at hint_at diagnostic_hint diagnostic_note)
  @parts ~r/^(refuse|bad_)/

  # What no source can provoke, and why it is there all the same.
  @malformed "Elixir gives no such form: the compiler must not trust what it is given"
  @entry "is about functions that `Honey.Sim` runs by themselves: test/honey/sim_test.exs"
  @unprovoked %{
    "a variable that nothing binds" => @malformed,
    "`super`" => @malformed,
    "a term that is not source code" => @malformed,
    "a form with a part missing" => @malformed,
    "a generator of a shape that is not known" => @malformed,
    "a segment of a shape that is not known" => @malformed,
    "a clause of a shape that is not known" => @malformed,
    "a capture of a shape that is not known" => @malformed,
    "a capture of an unknown shape" => @malformed,
    "a call of a shape that is not known" => @malformed,
    "a struct with a field that is no name" => @malformed,
    "a struct of a type that is not known" => @malformed,
    "write the type's name: `%Event{}`" => @malformed,
    "`with` without `do`" => @malformed,
    "a segment of this type takes a variable, `_` or a pinned variable" =>
      "Elixir 1.18 fails on such a pattern when it checks types",
    "a field of `%s` has no name" => "the front end has refused it",
    "`%s/%d` has `@sec`, but a program takes one argument, its context" =>
      "the front end has refused it",
    "argument %zu of `%s/%d` is of a type that functions cannot take" => @entry,
    "`%s` ends with a function, which only other kernel code can be given" => @entry,
    "`%s` ends with a string or a binary, which a function that is run by itself cannot give back" =>
      @entry,
    "the module has an expression that is nested more than %d levels deep" =>
      "is of 1,600 levels of terms: test/honey/big_programs_test.exs",
    "call fewer functions deep, or keep fewer texts and values for later" =>
      "what does not fit onto the stack goes to scratch memory, which is refused before"
  }

  test "the answers of XDP that messages name are the macros of Honey.XDP" do
    table = File.read!("c_src/compiler/table/xdp_answer.def")

    named =
      for [name] <- Regex.scan(~r/^XDP_ANSWER\("(\w+)"\)/m, table, capture: :all_but_first),
          do: String.to_atom(name)

    assert Enum.sort(named) == Honey.XDP.__info__(:macros) |> Keyword.keys() |> Enum.sort()
  end

  test "every message of the compiler is shown by a golden" do
    shown = shown()

    messages =
      for path <- Path.wildcard("c_src/compiler/**/*.c"), message <- c_texts(path), do: message

    assert length(messages) > 150

    missing =
      for {_, text} = message <- messages,
          not is_map_key(@unprovoked, text),
          not Regex.match?(regex(text), shown),
          do: message

    assert missing == [], explain(missing)
  end

  test "every message of the front end is shown by a golden" do
    shown = shown()
    messages = elixir_texts("lib/honey/definition.ex")
    assert length(messages) > 40
    missing = for text <- messages, not Regex.match?(text, shown), do: {"definition.ex", text}
    assert missing == [], explain(missing)
  end

  test "what is listed as never provoked is there, and has no golden" do
    shown = shown()

    texts =
      for path <- Path.wildcard("c_src/compiler/**/*.c"), {_, text} <- c_texts(path), do: text

    for {text, _why} <- @unprovoked do
      assert text in texts, "no source has #{inspect(text)} any more: take it from the list"
      refute Regex.match?(regex(text), shown), "a golden shows #{inspect(text)}"
    end
  end

  defp explain(missing) do
    """
    these messages have no golden:

    #{Enum.map_join(missing, "\n", fn {file, text} -> "  #{file}: #{inspect(text)}" end)}

    Add a small module that provokes them to test/golden, link it in guides/troubleshooting.md,
    run HONEY_UPDATE_GOLDEN=1 mix test test/honey/golden_test.exs (and scripts/golden.sh), and read
    what it wrote. What nothing can provoke stands in the list of this test, with the reason.
    """
  end

  ## C

  # The strings in the calls that say something, each with its file.
  defp c_texts(path) do
    source = Regex.replace(~r"/\*.*?\*/"s, File.read!(path), "")

    for [{start, length}, {_, name}] <- Regex.scan(~r/\b([a-z_]+)\(/, source, return: :index),
        name = binary_part(source, start, name),
        name in @formats or name =~ @parts,
        rest = binary_part(source, start + length, byte_size(source) - start - length),
        text <- strings(rest, 0, nil, []),
        # Not a message, but what a name is compared with or printed by.
        text =~ " " or text =~ "`",
        do: {Path.basename(path), text}
  end

  # Up to the parenthesis that closes the call; strings that follow each other are one.
  defp strings("\"" <> rest, depth, text, found) do
    {part, rest} = string(rest, "")
    strings(rest, depth, (text || "") <> part, found)
  end

  defp strings("(" <> rest, depth, text, found),
    do: strings(rest, depth + 1, nil, add(found, text))

  defp strings(")" <> _, 0, text, found), do: Enum.reverse(add(found, text))

  defp strings(")" <> rest, depth, text, found),
    do: strings(rest, depth - 1, nil, add(found, text))

  defp strings(<<space, rest::binary>>, depth, text, found) when space in ' \n\t',
    do: strings(rest, depth, text, found)

  defp strings(<<_, rest::binary>>, depth, text, found),
    do: strings(rest, depth, nil, add(found, text))

  defp strings("", _, _, found), do: Enum.reverse(found)

  defp add(found, nil), do: found
  defp add(found, text), do: [text | found]

  defp string("\\n" <> rest, text), do: string(rest, text <> "\n")
  defp string(<<?\\, c, rest::binary>>, text), do: string(rest, <<text::binary, c>>)
  defp string("\"" <> rest, text), do: {text, rest}
  defp string(<<c, rest::binary>>, text), do: string(rest, <<text::binary, c>>)

  defp regex(format) do
    ~r/%(?:%|zu|llu|[a-z])/
    |> Regex.split(format, include_captures: true)
    |> Enum.map_join(fn
      "%%" -> "%"
      "%s" -> ".*"
      "%c" -> "."
      # What is no format itself may show one.
      "%" <> _ = conversion -> "(?:[0-9]+|#{conversion})"
      text -> Regex.escape(text)
    end)
    |> Regex.compile!()
  end

  ## Elixir

  defp elixir_texts(path) do
    syntax =
      path
      |> File.read!()
      |> Code.string_to_quoted!()
      |> Macro.prewalk(fn
        {:@, _, [{name, _, [_]}]} when name in [:doc, :moduledoc, :typedoc] -> nil
        node -> node
      end)

    {_, texts} =
      Macro.prewalk(syntax, [], fn
        {:<>, _, [left, right]}, texts -> {join(left, right), texts}
        {:<<>>, _, parts}, texts -> {nil, [Enum.map_join(parts, &part/1) | texts]}
        text, texts when is_binary(text) -> {nil, [Regex.escape(text) | texts]}
        node, texts -> {node, texts}
      end)

    # What the files and names that it works with are called has no space.
    for text <- texts, text =~ ~r/[a-z`]\\? \S/, do: Regex.compile!(text)
  end

  defp join(left, right), do: {:<<>>, [], parts(left) ++ parts(right)}
  defp parts({:<<>>, _, parts}), do: parts
  defp parts({:<>, _, [left, right]}), do: parts(left) ++ parts(right)
  defp parts(text) when is_binary(text), do: [text]
  defp parts(_), do: [nil]

  defp part(text) when is_binary(text), do: Regex.escape(text)
  defp part(_), do: ".*"

  defp shown do
    for path <- Path.wildcard("test/golden/*.{err,warn}"), into: "", do: File.read!(path)
  end
end
