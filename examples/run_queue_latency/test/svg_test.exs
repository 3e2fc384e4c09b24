defmodule RunQueueLatency.SvgTest do
  use ExUnit.Case, async: true

  alias RunQueueLatency.Svg

  @histogram [{{:below, 1}, 3}, {1..1, 1_200}, {2..3, 0}, {4..7, 641}]

  test "nothing has no bars" do
    assert [] = elements(Svg.plot([], title: "none", x: "x", y: "y"), "bar")
  end

  test "the bars of the plot are as high as the numbers are" do
    svg = Svg.plot(@histogram, title: "Waits <&>", x: "time, µs", y: "waits")
    bars = elements(svg, "bar")
    assert Enum.map(bars, & &1.text) == ["&lt; 1: 3", "1: 1200", "2..3: 0", "4..7: 641"]

    # The axis says how much that is: the lowest number stands at the bottom.
    ticks = elements(svg, "tick")
    assert Enum.map(ticks, & &1.text) == ~w(0 200 400 600 800 1000 1200)
    scale = (number(hd(ticks), "y") - number(List.last(ticks), "y")) / 1_200

    for {bar, {_, count}} <- Enum.zip(bars, @histogram) do
      assert_in_delta number(bar, "height"), count * scale, 0.1
      assert_in_delta number(bar, "y") + number(bar, "height") + 4, number(hd(ticks), "y"), 0.1
    end
  end

  test "the bars stand beside each other, each over its label" do
    svg = Svg.plot(@histogram, title: "Waits", x: "time, µs", y: "waits")
    bars = elements(svg, "bar")

    for [left, right] <- Enum.chunk_every(bars, 2, 1, :discard),
        do: assert(number(left, "x") + number(left, "width") < number(right, "x"))

    labels = elements(svg, "label")
    assert Enum.map(labels, & &1.text) == ["&lt; 1", "1", "2..3", "4..7"]

    for {bar, label} <- Enum.zip(bars, labels) do
      assert [_, x] = Regex.run(~r/^translate\(([\d.]+) /, label.attributes["transform"])
      assert_in_delta String.to_float(x), number(bar, "x") + number(bar, "width") / 2, 0.1
    end
  end

  test "the plot has a title, and says what its axes are" do
    svg = Svg.plot(@histogram, title: "Waits <&>", x: "time, µs", y: "waits")
    assert [%{text: "Waits &lt;&amp;>"}] = elements(svg, "title")
    assert [%{text: "time, µs"}] = elements(svg, "x")
    assert [%{text: "waits"}] = elements(svg, "y")
  end

  # The elements of a class with their attributes, and the text in them, as it is written. Checks on the way
  # that it is XML: each element ends, in its parent, and no character is there that had to be escaped. OTP's
  # own reader is in xmerl, which not every Erlang comes with.
  defp elements(svg, class) do
    assert {"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", rest} = String.split_at(svg, 39)

    for %{attributes: %{"class" => ^class}} = element <- Enum.reverse(parse(rest, [], [])),
        do: element
  end

  defp parse("", [], done), do: done
  defp parse("\n", [], done), do: done

  defp parse("</" <> rest, [element | open], done) do
    [name, rest] = String.split(rest, ">", parts: 2)
    assert name == element.name
    parse(rest, text(open, element.text), [element | done])
  end

  defp parse("<" <> rest, open, done) do
    assert [tag, name, attributes, slash] =
             Regex.run(~r{^(\w+)((?:\s+[\w-]+="[^"<&]*")*)\s*(/?)>}, rest)

    pairs = Regex.scan(~r/([\w-]+)="([^"]*)"/, attributes, capture: :all_but_first)
    attributes = Map.new(pairs, &List.to_tuple/1)
    assert map_size(attributes) == length(pairs)
    element = %{name: name, attributes: attributes, text: ""}
    rest = binary_part(rest, byte_size(tag), byte_size(rest) - byte_size(tag))

    if slash == "/",
      do: parse(rest, open, [element | done]),
      else: parse(rest, [element | open], done)
  end

  defp parse(rest, open, done) do
    assert [text] = Regex.run(~r/^(?:[^<&]|&\w+;)+/, rest)
    assert open != []
    rest = binary_part(rest, byte_size(text), byte_size(rest) - byte_size(text))
    parse(rest, text(open, text), done)
  end

  defp text([], _), do: []
  defp text([element | open], text), do: [%{element | text: element.text <> text} | open]

  defp number(element, attribute) do
    {number, ""} = Float.parse(element.attributes[attribute])
    number
  end
end
