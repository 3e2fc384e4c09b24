# Where the programs cannot run, the reason is told, and the tests that need them are left out.
case Honey.start_link(SyscallLatency) do
  {:ok, latency} ->
    Honey.stop(latency)
    ExUnit.start()

  {:error, error} ->
    IO.puts(:stderr, "Without the tests in the kernel: #{Exception.message(error)}")
    ExUnit.start(exclude: [:kernel])
end
