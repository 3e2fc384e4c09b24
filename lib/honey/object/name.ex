defmodule Honey.Object.Name do
  @moduledoc false
  # The names that an ELF has for its programs, their sections and its maps. They become atoms, and stand
  # in messages: so they have to be text, and no longer than an atom's.

  alias Honey.Error

  @longest 255

  @spec check_all([{:program | :section | :map, binary()}]) :: :ok | {:error, Error.t()}
  def check_all(names), do: Enum.find_value(names, :ok, &problem/1)

  defp problem({kind, name}) do
    cond do
      not String.valid?(name) -> refuse(kind, name, "is not UTF-8")
      String.length(name) > @longest -> refuse(kind, name, "is too long")
      true -> nil
    end
  end

  defp refuse(kind, name, problem) do
    cause = "the name of a #{kind} in the ELF, #{inspect(name, printable_limit: 60)}, #{problem}"
    hint = "names are UTF-8 of at most #{@longest} characters; build the ELF again"
    {:error, Error.new(step: :open, reason: :name, cause: cause, hint: hint)}
  end
end
