defmodule Honey.Test.Random.Globals do
  @moduledoc """
  The variables that random programs share: guides/variables.md.

  A new one is a row of `@constants` or `@live`, with its type in memory and its default, a struct's by its
  fields. Names begin with `g_`, so that they are those of nothing else.
  """

  alias Honey.Test.Random.{Input, KernelMap, Type}

  @color {:enum, [:red, :green, :blue]}

  @constants [
    g_limit: {:s64, 100},
    g_most: {:u64, 0xFFFFFFFFFFFFFFFF},
    g_mask: {:u8, 7},
    g_verbose: {:bool, false},
    g_tint: {@color, :green},
    g_title: {{:string, 8}, "eth0"},
    g_prefix: {{:binary, 4}, <<10, 0, 0, 1>>},
    g_steps: {{:array, :u32, 3}, [1, 2, 3]},
    g_origin: {{:struct, :Inner}, [x: -3, y: 9, tone: :blue]}
  ]

  @live [
    g_level: {:s32, -2},
    g_hits: {:u64, 5},
    g_sum: {:s64, 0},
    g_small: {:u8, 1},
    g_on: {:bool, true},
    g_mood: {@color, :red},
    g_label: {{:string, 8}, "wlan"},
    g_address: {{:binary, 6}, <<1, 2, 3, 4, 5, 6>>},
    g_window: {{:array, :u32, 3}, [0, 80, 443]},
    g_latest: {{:struct, :Outer}, [urgent: true, total: 12]},
    g_stat: {{:struct, :Stat}, [count: 1]}
  ]

  @all @constants ++ @live

  # What one atomic addition is for.
  @sums [:u64, :s64, :s32]

  @type values :: %{atom => term}

  @doc "The variables: name => `{type, default}`."
  @spec all() :: keyword
  def all, do: @all

  @doc "The names of those that programs change."
  @spec live() :: [atom]
  def live, do: Keyword.keys(@live)

  @doc "The names of all, with the types that they have in expressions."
  @spec of(Type.t()) :: [atom]
  def of(type), do: for({name, {storage, _}} <- @all, Type.of(storage) == type, do: name)

  @doc "Those that can be added to."
  @spec sums() :: [atom]
  def sums, do: for({name, {storage, _}} <- @live, storage in @sums, do: name)

  @doc "The type of one in expressions."
  @spec type(atom) :: Type.t()
  def type(name), do: @all |> Keyword.fetch!(name) |> elem(0) |> Type.of()

  @doc "What `defvar` has of it: the type, the default as syntax, and the options."
  @spec definition(atom) :: {Type.storage(), Macro.t(), keyword}
  def definition(name) do
    {storage, default} = @all[name]
    options = if Keyword.has_key?(@live, name), do: [live: true], else: []
    {storage, quoted(storage, default), options}
  end

  defp quoted({:struct, name}, fields),
    do: {:%, [], [{:__aliases__, [], [name]}, {:%{}, [], fields}]}

  defp quoted(_storage, default), do: Macro.escape(default)

  @doc "The defaults; structs are of this module's types."
  @spec defaults(module) :: values
  def defaults(module) do
    for {name, {storage, default}} <- @all, into: %{} do
      case storage do
        {:struct, struct} -> {name, struct!(KernelMap.record(struct, module), default)}
        _ -> {name, default}
      end
    end
  end

  @doc "Constants as a batch is loaded with: some of them, the same for a seed; nil is none."
  @spec constants(integer | nil, module) :: values
  def constants(nil, _module), do: %{}

  def constants(seed, module) do
    state = :rand.seed_s(:exsss, seed)
    kept = :rand.export_seed()
    :rand.seed(state)

    values =
      for {name, {storage, _}} <- @constants,
          :rand.uniform(2) == 1,
          into: %{},
          do: {name, Input.value(storage, module)}

    if kept != :undefined, do: :rand.seed(kept)
    values
  end

  @doc "What live ones are before a run: some of them."
  @spec random(module) :: values
  def random(module) do
    for {name, {storage, _}} <- @live,
        :rand.uniform(2) == 1,
        into: %{},
        do: {name, Input.value(storage, module)}
  end

  @doc "The value as it is when it has been put into the variable."
  @spec cut(atom, term) :: term
  def cut(name, value), do: KernelMap.cut(value, elem(@all[name], 0))
end
