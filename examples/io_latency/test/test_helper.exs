# Where the programs cannot run, the reason is told, and the tests that need them are left out; so are those of block
# devices where the files of the tests are on none.
kernel =
  for module <- [IoLatency, IoLatency.Files], uniq: true do
    case Honey.start_link(module) do
      {:ok, io} ->
        Honey.stop(io)
        []

      {:error, error} ->
        IO.puts(:stderr, "Without the tests in the kernel: #{Exception.message(error)}")
        [:kernel]
    end
  end

# What is on no block device has a device number whose first part, 12 bits from bit 8 on, is 0.
%{major_device: device} = File.stat!(".")
disk = if Bitwise.band(device, 0xFFF00) == 0, do: [:disk], else: []

if disk != [],
  do: IO.puts(:stderr, "Without the test of block devices: #{File.cwd!()} is on none")

ExUnit.start(exclude: List.flatten([kernel, disk]))
