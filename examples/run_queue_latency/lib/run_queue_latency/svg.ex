defmodule RunQueueLatency.Svg do
  @moduledoc "A histogram as a plot for browsers: SVG is text, which needs no library."

  alias Honey.Histogram

  # The plot itself, and the room that titles and labels have around it.
  @width 640
  @height 320
  @left 90
  @top 70
  @right 20
  @bottom 110

  @doc """
  The plot, with a title and what the two axes are. The longest bar is at most as high as the plot; each has its
  numbers in a `title` of its own, which browsers show where the pointer is.
  """
  @spec plot(Histogram.t(), title: String.t(), x: String.t(), y: String.t()) :: String.t()
  def plot(histogram, names) do
    ticks = ticks(histogram)
    bars = Enum.with_index(histogram, &bar(&1, &2, length(histogram), List.last(ticks)))

    """
    <?xml version="1.0" encoding="UTF-8"?>
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 #{@left + @width + @right} #{@top + @height + @bottom}"
         font-family="sans-serif" font-size="12" fill="#222">
      <rect width="100%" height="100%" fill="white"/>
      <text class="title" x="#{@left}" y="36" font-size="18">#{escape(names[:title])}</text>
    #{Enum.map_join(ticks, &tick(&1, List.last(ticks)))}\
    #{Enum.join(bars)}\
      <line x1="#{@left}" y1="#{@top + @height}" x2="#{@left + @width}" y2="#{@top + @height}" stroke="#222"/>
      <text class="x" x="#{@left + div(@width, 2)}" y="#{@top + @height + @bottom - 12}" text-anchor="middle">\
    #{escape(names[:x])}</text>
      <text class="y" transform="translate(22 #{@top + div(@height, 2)}) rotate(-90)" text-anchor="middle">\
    #{escape(names[:y])}</text>
    </svg>
    """
  end

  # Round numbers from 0 on, in five to ten steps; the last is not below the highest count.
  defp ticks(histogram) do
    most = histogram |> Enum.map(&elem(&1, 1)) |> Enum.max(fn -> 0 end) |> max(5)
    magnitude = Integer.pow(10, length(Integer.digits(most)) - 1)
    step = Enum.find([div(magnitude, 5), div(magnitude, 2), magnitude], &(&1 * 10 >= most))
    Enum.to_list(0..(div(most + step - 1, step) * step)//step)
  end

  defp tick(count, top) do
    y = y(count, top)

    """
      <line x1="#{@left}" y1="#{y}" x2="#{@left + @width}" y2="#{y}" stroke="#ddd"/>
      <text class="tick" x="#{@left - 8}" y="#{y + 4}" text-anchor="end">#{count}</text>
    """
  end

  defp bar({range, count}, index, bars, top) do
    step = @width / bars

    [x, width, y] =
      Enum.map([@left + index * step, step * 0.9, y(count, top)], &Float.round(&1, 2))

    label = escape(Histogram.label(range))

    """
      <rect class="bar" x="#{x}" y="#{y}" width="#{width}" height="#{Float.round(@top + @height - y, 2)}" fill="#4b70b5">\
    <title>#{label}: #{count}</title></rect>
      <text class="label" transform="translate(#{Float.round(x + width / 2, 2)} #{@top + @height + 16}) rotate(-40)" \
    text-anchor="end">#{label}</text>
    """
  end

  defp y(count, top), do: Float.round(@top + @height * (1 - count / top), 2)

  defp escape(text) do
    for <<character::utf8 <- text>>, into: "" do
      case character do
        ?< -> "&lt;"
        ?& -> "&amp;"
        _ -> <<character::utf8>>
      end
    end
  end
end
