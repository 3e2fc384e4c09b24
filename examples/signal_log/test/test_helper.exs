# Where the kernel does not take the programs, the tests that need it are excluded, and counted so.
exclude =
  case Honey.start_link(SignalLog) do
    {:ok, log} ->
      Honey.stop(log)
      []

    {:error, error} ->
      IO.puts(:stderr, "The tests in the kernel are left out: #{Exception.message(error)}")
      [:kernel]
  end

ExUnit.start(exclude: exclude)
