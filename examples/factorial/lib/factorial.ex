defmodule Factorial do
  @moduledoc """
  Recursion in the kernel: a function that calls itself, with a bound that the verifier believes.

      iex> {:ok, factorial} = Honey.load(Factorial)
      iex> Factorial.of(factorial, 5)
      {:ok, 120}
      iex> Factorial.of(factorial, 21)
      {:error, :too_large}
      iex> Honey.unload(factorial)
      :ok
  """

  use Honey, license: "GPL", kernel: "5.14"

  alias Honey.KernelMap

  defmap :numbers, :bpf_array, max_entries: 1, key_type: :u32, value_type: :u64
  defmap :results, :bpf_array, max_entries: 1, key_type: :u32, value_type: :u64

  # The largest whose factorial has 64 bits; the fuel is of one call more, that of 0.
  @most 20

  ## In the kernel

  @sec "syscall"
  def calculate(_ctx) do
    case KernelMap.get(:numbers, 0, 0) do
      n when n in 0..@most ->
        KernelMap.put(:results, 0, fuel(21, factorial(n, 1)))
        0

      _ ->
        1
    end
  end

  def factorial(0, product), do: product
  def factorial(n, product), do: factorial(n - 1, n * product)

  ## In Elixir

  @doc "The factorial of a number, as the kernel calculates it."
  @spec of(Honey.object(), non_neg_integer) ::
          {:ok, pos_integer} | {:error, :too_large | Honey.Error.t()}
  def of(object, n) do
    with :ok <- Honey.Map.put(object, :numbers, 0, n),
         {:ok, %{return: 0}} <- Honey.test_run(object, :calculate) do
      {:ok, Honey.Map.get(object, :results, 0)}
    else
      {:ok, %{return: 1}} -> {:error, :too_large}
      {:error, error} -> {:error, error}
    end
  end
end
