# REQUIRE_KERNEL=1 is for the machine that has the kernel, such as that of a CI: what is skipped there is a failure.
case {TestingDemo.KernelTests.tags(:namespaces)[:skip], System.get_env("REQUIRE_KERNEL")} do
  {nil, _} -> :ok
  {reason, nil} -> IO.puts(:stderr, "Without tests of the kernel: #{reason}\n")
  {reason, _} -> raise "the kernel's tests cannot run: #{reason}"
end

ExUnit.start()
