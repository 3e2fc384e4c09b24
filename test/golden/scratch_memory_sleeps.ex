defmodule Golden.ScratchMemorySleeps do
  use Honey, license: "GPL", kernel: "5.14"
  import Honey.BpfHelpers

  deftype Page, number: :s64, words: {:array, :s64, 100}

  @sec "syscall"
  def program(_ctx) do
    page = %Page{number: bpf_get_smp_processor_id()}

    case bpf_copy_from_user(4096, :u32) do
      {:error, _} -> page.number
      i -> Enum.at(page.words, i) || 0
    end
  end
end
