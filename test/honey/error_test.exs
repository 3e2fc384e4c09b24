defmodule Honey.ErrorTest do
  use ExUnit.Case, async: true

  alias Honey.Error

  @refused """
  libbpf: prog 'on_x': BPF program load failed: Permission denied
  libbpf: prog 'on_x': -- BEGIN PROG LOAD LOG --
  0: R1=ctx() R10=fp0
  ; count = lookup(key) @ counter.ex:12
  0: (85) call bpf_map_lookup_elem#1
  ; count + 1 @ counter.ex:13
  1: (79) r0 = *(u64 *)(r0 +0)
  ;  @ honey:0
  R0 invalid mem access 'map_value_or_null'
  processed 9 insns (limit 1000000) max_states_per_insn 0 total_states 0 peak_states 0 mark_read 0
  -- END PROG LOAD LOG --
  libbpf: prog 'on_x': failed to load: -13
  libbpf: failed to load object 'Counter'
  """

  test "a verifier's refusal keeps the log and names program, line, cause and remedy" do
    error =
      Error.from_loader(:load, {:eacces, "Permission denied", @refused},
        names: %{"on_x" => :on_x!},
        files: ["lib/other.ex", "lib/counter.ex"]
      )

    assert %Error{step: :load, reason: :eacces, errno: :eacces, program: :on_x!, map: nil} = error
    assert error.source == %{file: "lib/counter.ex", line: 13, text: "count + 1"}
    assert error.log =~ ~r/\A0: R1=ctx.*mark_read 0\n\z/s

    assert Exception.message(error) == """
           loading program `on_x!` failed: the verifier refused it: a lookup's result is used where it may be nil (EACCES, Permission denied) [maybe_nil]
             at lib/counter.ex:13: count + 1
             hint: compare it with nil first
             verifier log:
               0: R1=ctx() R10=fp0
               ; count = lookup(key) @ counter.ex:12
               0: (85) call bpf_map_lookup_elem#1
               ; count + 1 @ counter.ex:13
               1: (79) r0 = *(u64 *)(r0 +0)
               ;  @ honey:0
               R0 invalid mem access 'map_value_or_null'
               processed 9 insns (limit 1000000) max_states_per_insn 0 total_states 0 peak_states 0 mark_read 0\
           """
  end

  test "of a long log, the message shows the end and the field has all" do
    lines = Enum.map_join(1..1000, "\n", &"#{&1}: (b7) r0 = 0")

    text =
      "libbpf: prog 'p': -- BEGIN PROG LOAD LOG --\n#{lines}\ninvalid insn\n-- END PROG LOAD LOG --\n"

    error = Error.from_loader(:load, {:einval, "Invalid argument", text})

    assert length(String.split(error.log, "\n", trim: true)) == 1001
    assert error.program == :p
    assert error.cause == "the verifier refused it: invalid insn (EINVAL, Invalid argument)"
    assert Exception.message(error) =~ "verifier log, last 20 of 1001 lines"
    refute Exception.message(error) =~ "\n    981: "
    assert Exception.message(error) =~ "\n    982: "
  end

  test "a map that the kernel refuses is named" do
    text = "libbpf: map 'm_2': failed to create: Cannot allocate memory(-12)\n"

    error =
      Error.from_loader(:load, {:enomem, "Cannot allocate memory", text}, names: %{"m_2" => :m})

    assert %Error{map: :m, program: nil, log: nil} = error

    assert Exception.message(error) == """
           loading map `m` failed: the kernel has no memory for it (ENOMEM, Cannot allocate memory) [no_memory]
             hint: make `max_entries` smaller
             libbpf:
               map 'm_2': failed to create: Cannot allocate memory(-12)\
           """
  end

  test "a closed object has a reason of its own" do
    error = Error.from_loader(:attach, :closed, program: :p, section: "xdp")
    assert %Error{reason: :closed, errno: nil, program: :p} = error

    assert Exception.message(error) ==
             "attaching program `p` failed: the object is closed [closed]"
  end

  test "it can be raised" do
    assert_raise Error, "map `m`: the object is closed [closed]", fn ->
      raise Error.closed(:map, map: :m)
    end
  end

  test "inspected, it is what can be matched, and the message, once" do
    text = "libbpf: map 'm_2': failed to create: Cannot allocate memory(-12)\n"

    error =
      Error.from_loader(:load, {:enomem, "Cannot allocate memory", text}, names: %{"m_2" => :m})

    assert inspect(error) == """
           #Honey.Error<step: :load, reason: :enomem, map: :m
             loading map `m` failed: the kernel has no memory for it (ENOMEM, Cannot allocate memory) [no_memory]
               hint: make `max_entries` smaller
               libbpf:
                 map 'm_2': failed to create: Cannot allocate memory(-12)
           >\
           """
  end

  test "of compiled programs, what only the user can see to is no bug of Honey's" do
    explain = fn log ->
      {kind, _cause, hint} = Error.Verifier.explain(log, %{compiled: true, at: fn _ -> nil end})
      {kind, hint}
    end

    helper = "9: (85) call bpf_spin_lock#93\n11: (95) exit\nbpf_spin_unlock is missing\n"
    assert {:lock_held, "Honey compiled this" <> _} = explain.(helper)

    kfunc =
      "0: (85) call bpf_rcu_read_lock#68412\n2: (95) exit\nbpf_rcu_read_unlock is missing\n" <>
        "BPF_EXIT instruction in main prog cannot be used inside bpf_rcu_read_lock-ed region\n"

    assert {:lock_held, "unlock it in every way to the end"} = explain.(kfunc)
    assert {:back_edge, "compile it with another" <> _} = explain.("back-edge from insn 54 to 55")
  end

  test "a supervisor's report has the message" do
    child = %{id: :refused, start: {__MODULE__, :refuse, []}}
    Process.flag(:trap_exit, true)
    {:error, reason} = Supervisor.start_link([child], strategy: :one_for_one)
    report = Exception.format_exit(reason)
    assert report =~ "loading program `p` failed: the verifier refused it: invalid insn"
    assert report =~ "\n    verifier log:\n      invalid insn"
    assert [_] = Regex.scan(~r/the verifier refused it/, report)
  end

  @doc false
  def refuse do
    log = "libbpf: prog 'p': -- BEGIN PROG LOAD LOG --\ninvalid insn\n-- END PROG LOAD LOG --\n"
    {:error, Error.from_loader(:load, {:einval, "Invalid argument", log})}
  end
end
