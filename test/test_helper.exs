alias Honey.Test.Kernel

# Many tests compile and run hundreds of programs, on machines that may be busy; what is to come may take its
# time there, too.
timeouts = [timeout: 300_000, assert_receive_timeout: 20_000]

# Where no BPF program can be loaded, the reason has been printed, and what needs one is excluded; the
# guides' own tests say so by `:root`.
if Kernel.available?() do
  Kernel.mount_tracefs()
  ExUnit.start(timeouts)
else
  ExUnit.start(timeouts ++ [exclude: [:kernel, :root]])
end
