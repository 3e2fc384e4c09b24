alias Honey.Test.Kernel

# Many tests compile and run hundreds of programs, on machines that may be busy.
timeout = 300_000

# Where no BPF program can be loaded, the reason has been printed, and what needs one is excluded; the
# guides' own tests say so by `:root`.
if Kernel.available?() do
  Kernel.mount_tracefs()
  ExUnit.start(timeout: timeout)
else
  ExUnit.start(timeout: timeout, exclude: [:kernel, :root])
end
