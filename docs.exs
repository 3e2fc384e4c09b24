# What `HONEY_DOCS=1 mix docs` makes of the project (ExDoc): its pages and its modules in the order in
# which they are read. A test holds that each page and each public module is in one group.

pages = [
  "Start here": ~w(
    README.md
    guides/getting_started.md
    guides/programs.md
    guides/testing.md
    guides/troubleshooting.md
  ),
  "The language": ~w(
    guides/language.md
    guides/integers.md
    guides/functions.md
    guides/loops.md
    guides/packets.md
    guides/tail_calls.md
  ),
  Data: ~w(
    guides/types.md
    guides/maps.md
    guides/kernel_maps.md
    guides/variables.md
    guides/events.md
    guides/locks.md
    guides/timers.md
  ),
  Running: ~w(
    guides/supervision.md
    guides/deployment.md
    guides/hot_swap.md
  ),
  "Going further": ~w(
    guides/best_practices.md
    guides/performance.md
    guides/advanced.md
    guides/how_it_works.md
  ),
  Reference: ~w(
    guides/helpers.md
    guides/kernels.md
    ARCHITECTURE.md
    bench/README.md
    c_src/database/README.md
  ),
  "Coming from": ~w(
    guides/from_c.md
    guides/from_bpftrace.md
    guides/from_honey_potion.md
  ),
  Examples: Enum.sort(Path.wildcard("examples/*/README.md"))
]

# Pages that are all called README have the name of their directory.
page = fn path ->
  if Path.basename(path) == "README.md" and path != "README.md",
    do: {path, filename: path |> Path.dirname() |> Path.basename()},
    else: path
end

[
  main: "readme",
  extra_section: "Guides",
  extras: for({_, paths} <- pages, path <- paths, do: page.(path)),
  groups_for_extras: pages,
  groups_for_modules: [
    "Writing programs": [
      Honey,
      Honey.Type,
      Honey.KernelMap,
      Honey.Timer,
      Honey.XDP,
      Honey.Endian,
      Honey.Kfunc
    ],
    "Kernel surface": [Honey.BpfHelpers],
    "Running them":
      [Honey.Map, Honey.Events, Honey.Var, Honey.Object, Honey.Link, Honey.Events.Ring] ++
        [
          Honey.Histogram,
          Honey.Symbols,
          Honey.Clock,
          Honey.Upgrade,
          Honey.Trace,
          Honey.Telemetry,
          Honey.Error
        ],
    Testing: [Honey.Sim, Honey.Sim.Result],
    Tools:
      [Mix.Tasks.Compile.Honey, Mix.Tasks.Honey.Inspect, Mix.Tasks.Honey.Probes] ++
        [Mix.Tasks.Honey.Doctor, Honey.Inspection, Honey.Probes, Honey.Doctor],
    Diagnostics: [Honey.CompileError, Honey.Diagnostic, Honey.ToolError, Honey.InternalError],
    Inside: [Honey.Compiler, Honey.Unit, Honey.Nif]
  ],
  # `@doc section: ...` of the functions of one module.
  groups_for_docs: [
    "In the module": &(&1[:section] == :module),
    "In programs": &(&1[:section] == :program),
    Loading: &(&1[:section] == :loading),
    Attaching: &(&1[:section] == :attaching),
    Owning: &(&1[:section] == :owning),
    "While it runs": &(&1[:section] == :watching)
  ]
]
