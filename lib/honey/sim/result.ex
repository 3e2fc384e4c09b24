defmodule Honey.Sim.Result do
  @moduledoc """
  What came of a run: see `Honey.Sim.run/3`.

    * `:return` - of a program, what the kernel gets from it, an integer of 32 bits, as
      `Honey.test_run/3` has it; nil for other functions
    * `:value` - of a function that is no program, what it ends with, as an Elixir term; nil for
      programs, and after a raise
    * `:raised` - nil, or the place that raised, as `Honey.errors/1` has it
    * `:packet` - of a program that gets packets, the packet as the program has left it; nil for others
    * `:maps` - what all maps hold afterwards: `%{name => %{key => value}}`. An array has all of its
      indexes; the value of a per-CPU map is a list, with one value for each CPU. A map without keys is
      the list of its values, in the order in which they were pushed
    * `:events` - the structs that the run emitted into rings, the first first; see `Honey.Events`
    * `:lost` - how many records found no room: `%{ring => count}`
    * `:vars` - what all variables are afterwards: `%{name => value}`
    * `:printk` - the lines that `bpf_printk` wrote, the first first
    * `:sim` - the simulation after the run, to go on with

  A test says what it expects by a pattern:

      assert %{return: 2, raised: nil, maps: %{count: %{7 => 1}}} = Honey.Sim.run(Switches, :on_switch, ctx: %{next_pid: 7})
  """

  @derive {Inspect, except: [:sim]}
  defstruct [
    :return,
    :value,
    :raised,
    :sim,
    maps: %{},
    vars: %{},
    packet: nil,
    events: [],
    lost: %{},
    printk: []
  ]

  @typedoc "A result; the fields are described above."
  @type t :: %__MODULE__{
          return: -0x80000000..0x7FFFFFFF | nil,
          value: term,
          packet: binary | nil,
          raised: raised | nil,
          maps: %{atom => %{term => term} | [term]},
          events: [struct],
          lost: %{atom => non_neg_integer},
          vars: %{atom => term},
          printk: [String.t()],
          sim: Honey.Sim.t()
        }

  @typedoc "The place that raised: as `Honey.errors/1` has it, without the count."
  @type raised :: %{
          kind: atom,
          function: {atom, arity},
          file: String.t(),
          line: pos_integer,
          message: String.t() | nil
        }
end
