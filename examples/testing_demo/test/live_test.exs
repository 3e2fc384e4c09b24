defmodule TestingDemo.LiveTest do
  # Attached: packets come by themselves, through a real network stack.
  use ExUnit.Case, async: true

  @moduletag TestingDemo.KernelTests.tags(:namespaces)

  @headers TestingDemo.Live.headers()

  test "datagrams arrive until the quota is used up" do
    sizes = [100, 58, 700, 1, 2]
    quota = 100 + 58 + 700 + 3 * @headers

    assert {arrived, sent, []} = TestingDemo.Live.run(sizes, quota)
    assert arrived == [100, 58, 700]
    assert sent == [{{127, 0, 0, 2}, Enum.sum(sizes) + 5 * @headers}]
  end
end
