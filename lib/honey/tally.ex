defmodule Honey.Tally do
  @moduledoc false
  # What the kernel has counted of an object's programs: what they raised, how often they ran.

  alias Honey.{Error, LoaderNif, Object}

  @spec errors(Object.source()) :: [map()] | {:error, Error.t()}
  def errors(source) do
    Object.read(source, fn object ->
      case LoaderNif.object_raised(object.ref) do
        {:ok, counts} -> raised(object.sites, counts)
        {:error, reason} -> {:error, Error.from_loader(:map, reason)}
      end
    end)
  end

  # A function that is compiled for several types has as many sites for each of its places.
  defp raised(sites, counts) do
    places =
      for {site, count} <- Enum.zip(sites, counts), count > 0 do
        {Map.take(site, [:kind, :function, :file, :line, :message]), count}
      end

    totals =
      Enum.reduce(places, %{}, fn {place, n}, all -> Map.update(all, place, n, &(&1 + n)) end)

    for place <- places |> Enum.map(&elem(&1, 0)) |> Enum.uniq(),
        do: Map.put(place, :count, totals[place])
  end

  @spec stats(Object.source()) :: %{atom() => Honey.stats()} | {:error, Error.t()}
  def stats(source) do
    Object.read(source, fn object ->
      case LoaderNif.object_stats(object.ref) do
        {:ok, counting?, rows} ->
          rows = Map.new(rows, &{elem(&1, 0), program_stats(&1, counting?)})
          for program <- object.programs, into: %{}, do: {program.name, rows[program.elf_name]}

        {:error, reason} ->
          {:error, Error.from_loader(:stats, reason)}
      end
    end)
  end

  # Where nobody had the kernel count, 0 runs would be no answer.
  defp program_stats({_, runs, ns, skipped, verified, machine_bytes, memory}, counting?) do
    counted? = counting? or runs > 0

    %{
      runs: if(counted?, do: runs),
      ns: if(counted?, do: ns),
      skipped: skipped,
      verified: if(verified > 0, do: verified),
      machine_code: if(machine_bytes > 0, do: machine_bytes),
      memory: memory
    }
  end
end
