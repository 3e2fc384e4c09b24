alias Honey.Test.Kernel

# Where no BPF program can be loaded, the reason has been printed, and what needs one is excluded.
if Kernel.available?() do
  Kernel.mount_tracefs()
  ExUnit.start()
else
  ExUnit.start(exclude: [:kernel])
end
