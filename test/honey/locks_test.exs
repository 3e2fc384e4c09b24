defmodule Honey.LocksTest do
  @moduledoc """
  Spin locks: what `Honey.with_lock/3` makes of values is the same in the kernel, in `Honey.Sim` and on
  the BEAM; two CPUs lose no change; and nobody sees half of one, also not from Elixir.
  """

  use ExUnit.Case, async: false

  alias Honey.Test.{Kernel, SimRun}

  @moduletag Kernel.tags()

  defmodule Bank do
    @moduledoc false
    use Honey, license: "GPL", kernel: "6.7", on_error: 77
    import Honey.BpfHelpers

    deftype Account,
      lock: :spin_lock,
      balance: :s64,
      bookings: :u32,
      kind: {:enum, [:open, :closed], :u8}

    deftype Odd, name: {:string, 5}, flag: :bool, lock: :spin_lock
    deftype Large, words: {:array, :u64, 60}, lock: :spin_lock, last: :u8
    deftype Plain, balance: :s64, bookings: :u32
    deftype Key, tid: :u8, place: :u64

    defmap :accounts, :bpf_hash, max_entries: 16, key_type: :u32, value_type: Account
    defmap :elements, :bpf_array, max_entries: 3, key_type: :u32, value_type: Account
    defmap :odd, :bpf_hash, max_entries: 4, key_type: Key, value_type: Odd
    defmap :large, :bpf_hash, max_entries: 4, key_type: {:string, 8}, value_type: Large
    defmap :plain, :bpf_hash, max_entries: 4, key_type: :u32, value_type: Plain
    defmap :amount, :bpf_array, max_entries: 1, key_type: :u32, value_type: :s64
    defmap :numbers, :bpf_array, max_entries: 4, key_type: :u32, value_type: :s64

    # What is done to an account, on the BEAM as in the kernel.
    @functions [:deposit, :divide, :close, :fresh, :clauses, :summed, :same, :halved]
    def functions, do: @functions

    def deposit(account),
      do: %{account | balance: account.balance + 5, bookings: account.bookings + 1}

    def divide(account), do: %{account | balance: div(100, account.balance)}

    def close(account) do
      if account.kind == :closed, do: raise("closed")
      %{account | kind: :closed}
    end

    def fresh(_account), do: %Account{balance: -1, kind: :closed}

    def clauses(%Account{kind: :closed, balance: balance} = account) when balance > 3,
      do: %{account | balance: 0}

    def clauses(%Account{bookings: 0} = account), do: %{account | bookings: 9}
    def clauses(%Account{balance: balance} = account), do: %{account | balance: -balance}

    def summed(account),
      do: %{account | balance: Enum.reduce(1..9, account.balance, &(&1 * &1 + &2))}

    def same(account), do: account
    def halved(account), do: %{account | balance: half(account.balance)}
    defp half(n), do: div(n, 2) + if(rem(n, 2) == 0, do: 0, else: 100)

    for name <- @functions do
      @sec "syscall"
      def unquote(:"#{name}_of_hash")(_ctx) do
        case Honey.with_lock(:accounts, 7, fn account -> unquote(name)(account) end) do
          nil -> 1
          %Account{balance: balance, bookings: bookings} -> note(balance, bookings)
        end
      end

      @sec "syscall"
      def unquote(:"#{name}_of_array")(_ctx) do
        account = Honey.with_lock(:elements, 2, fn account -> unquote(name)(account) end)
        note(account.balance, account.bookings)
      end
    end

    defp note(balance, bookings) do
      bpf_map_update_elem(:numbers, 0, balance, :bpf_any)
      bpf_map_update_elem(:numbers, 1, bookings, :bpf_any)
      2
    end

    @sec "syscall"
    def by_amount(_ctx) do
      amount = bpf_map_lookup_elem(:amount, 0)
      Honey.with_lock(:accounts, 7, fn a -> %{a | balance: a.balance + amount * amount} end)
      Honey.with_lock(:elements, amount, fn a -> %{a | balance: amount} end)
      0
    end

    @sec "syscall"
    def odd(_ctx) do
      key = %Key{tid: 3, place: 9}
      bpf_map_update_elem(:odd, key, %Odd{name: "abcde"}, :bpf_noexist)

      case Honey.with_lock(:odd, key, fn odd -> %{odd | flag: not odd.flag, name: "x"} end) do
        %Odd{flag: true, name: "x"} -> 1
        %Odd{} -> 2
        nil -> 3
      end
    end

    @sec "syscall"
    def large(_ctx) do
      large =
        Honey.with_lock(:large, "first", fn large ->
          %{large | last: Enum.at(large.words, 0) &&& 0xFF}
        end)

      if large, do: large.last, else: -1
    end

    @sec "syscall"
    def each_entry(_ctx) do
      for {key, %Account{kind: :open}} <- Honey.KernelMap.stream(:accounts) do
        Honey.with_lock(:accounts, key, &deposit/1)
      end

      Enum.each(0..100, fn n -> Honey.with_lock(:elements, n, &deposit/1) end)
      0
    end

    @sec "xdp"
    def locked(_ctx) do
      amount = bpf_map_lookup_elem(:amount, 0)

      Honey.with_lock(:accounts, 1, fn account ->
        %{account | balance: account.balance + amount, bookings: account.bookings + 1}
      end)

      2
    end

    @sec "xdp"
    def unlocked(_ctx) do
      amount = bpf_map_lookup_elem(:amount, 0)
      plain = bpf_map_lookup_elem(:plain, 1)

      if plain do
        changed = %{plain | balance: plain.balance + amount, bookings: plain.bookings + 1}
        bpf_map_update_elem(:plain, 1, changed, :bpf_any)
      end

      2
    end
  end

  @accounts for balance <- [0, 1, 7, -12],
                bookings <- [0, 3],
                kind <- [:open, :closed],
                do: {balance, bookings, kind}

  setup do
    object = Honey.load!(Bank)
    on_exit(fn -> Honey.unload(object) end)
    {:ok, object: object, sim: Honey.Sim.new(Bank)}
  end

  defp account({balance, bookings, kind}),
    do: %Bank.Account{balance: balance, bookings: bookings, kind: kind}

  defp on_beam(name, account) do
    {:ok, apply(Bank, name, [account])}
  rescue
    _ -> :raised
  end

  test "no struct has the field", %{object: object} do
    assert Map.keys(%Bank.Account{}) == [:__struct__, :balance, :bookings, :kind]
    :ok = Honey.Map.put(object, :accounts, 1, account({1, 2, :closed}))
    assert Honey.Map.get(object, :accounts, 1) == account({1, 2, :closed})
    assert Honey.Map.to_list(object, :accounts) == [{1, account({1, 2, :closed})}]
  end

  test "values become what they become on the BEAM", %{object: object, sim: sim} do
    for name <- Bank.functions(),
        account <- Enum.map(@accounts, &account/1),
        map <- [:hash, :array] do
      {table, key} = if map == :hash, do: {:accounts, 7}, else: {:elements, 2}
      :ok = Honey.Map.put(object, table, key, account)
      before = Honey.errors(object)
      {:ok, %{return: return}} = SimRun.test_run(object, sim, :"#{name}_of_#{map}")
      after_it = Honey.Map.get(object, table, key)

      case on_beam(name, account) do
        {:ok, changed} ->
          assert {name, return, after_it} == {name, 2, changed}
          assert Honey.Map.get(object, :numbers, 0) == changed.balance
          assert Honey.errors(object) == before

        :raised ->
          assert {name, return, after_it} == {name, 77, account}
          assert Honey.errors(object) != before
      end
    end
  end

  test "a key that is not there", %{object: object, sim: sim} do
    assert {:ok, %{return: 1}} = SimRun.test_run(object, sim, :deposit_of_hash)
    assert Honey.Map.to_list(object, :accounts) == []
  end

  test "what is computed before", %{object: object, sim: sim} do
    :ok = Honey.Map.put(object, :accounts, 7, account({1, 0, :open}))

    for amount <- [2, 3, 1] do
      :ok = Honey.Map.put(object, :amount, 0, amount)
      {:ok, %{return: 0}} = SimRun.test_run(object, sim, :by_amount)
    end

    assert Honey.Map.get(object, :accounts, 7).balance == 1 + 4 + 9 + 1
    assert for(k <- 0..2, do: Honey.Map.get(object, :elements, k).balance) == [0, 1, 2]
  end

  test "structs of all sizes", %{object: object, sim: sim} do
    assert {:ok, %{return: 1}} = SimRun.test_run(object, sim, :odd)
    assert {:ok, %{return: 2}} = SimRun.test_run(object, sim, :odd)
    assert {:ok, %{return: -1}} = SimRun.test_run(object, sim, :large)
    :ok = Honey.Map.put(object, :large, "first", %Bank.Large{words: Enum.to_list(1234..1293)})
    assert {:ok, %{return: 210}} = SimRun.test_run(object, sim, :large)

    assert Honey.Map.get(object, :large, "first") == %Bank.Large{
             words: Enum.to_list(1234..1293),
             last: 210
           }
  end

  test "locks within loops", %{object: object, sim: sim} do
    for k <- 1..6 do
      :ok =
        Honey.Map.put(
          object,
          :accounts,
          k,
          account({k, 0, if(rem(k, 2) == 0, do: :open, else: :closed)})
        )
    end

    assert {:ok, %{return: 0}} = SimRun.test_run(object, sim, :each_entry)
    assert for(k <- 1..6, do: Honey.Map.get(object, :accounts, k).bookings) == [0, 1, 0, 1, 0, 1]
    assert for(k <- 0..2, do: Honey.Map.get(object, :elements, k).balance) == [5, 5, 5]
  end

  # Rounds of this many runs at a time on each of two CPUs, until what has no lock lost some of them.
  @runs 500_000
  @most_rounds 60

  @tag timeout: 300_000
  test "two CPUs lose no change, and Elixir sees whole ones", %{object: object} do
    :ok = Honey.Map.put(object, :amount, 0, 3)
    :ok = Honey.Map.put(object, :accounts, 1, account({0, 0, :open}))
    :ok = Honey.Map.put(object, :plain, 1, %Bank.Plain{})
    all = race(object, 1) * 2 * @runs
    assert Honey.Map.get(object, :accounts, 1) == account({3 * all, all, :open})
  end

  defp race(object, round) do
    run_twice(object, :unlocked, fn -> :ok end)
    run_twice(object, :locked, fn -> check_whole(object) end)

    cond do
      Honey.Map.get(object, :plain, 1).bookings < round * 2 * @runs -> round
      round == @most_rounds -> flunk("the two CPUs never met")
      true -> race(object, round + 1)
    end
  end

  defp run_twice(object, program, meanwhile) do
    options = [data: <<0::size(64)-unit(8)>>, repeat: @runs]
    runs = for _ <- 1..2, do: Task.async(fn -> Honey.test_run(object, program, options) end)
    await(runs, meanwhile)
  end

  defp await([], _meanwhile), do: :ok

  defp await(runs, meanwhile) do
    meanwhile.()
    await(for({run, nil} <- Task.yield_many(runs, 0), do: run), meanwhile)
  end

  defp check_whole(object) do
    account = Honey.Map.get(object, :accounts, 1)
    assert account.balance == 3 * account.bookings
    [{1, account}] = Honey.Map.to_list(object, :accounts)
    assert account.balance == 3 * account.bookings
  end
end
