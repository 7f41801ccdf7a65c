// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.ashlar.rules.CannotTell;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.runtime.SwitchBootstraps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Order of instructions in a class file, which ArchUnit does not keep: calls in a loop, and what the handlers of
 * exceptions do.
 */
final class Bytecode {
    /**
     * A {@code catch}.
     *
     * @param caught what it catches
     * @param rethrows true if it throws something on
     */
    record Catch(String method, String caught, int line, boolean rethrows) {}

    private static final ClassDesc SWITCHES =
            SwitchBootstraps.class.describeConstable().orElseThrow();

    private final List<Method> methods;

    private Bytecode(List<Method> methods) {
        this.methods = methods;
    }

    static Bytecode of(JavaClass java) {
        var source =
                java.getSource().orElseThrow(() -> new CannotTell("the class file of " + java.getName() + " is gone"));
        try (var bytes = source.getUri().toURL().openStream()) {
            return of(ClassFile.of().parse(bytes.readAllBytes()));
        } catch (IOException unreadable) {
            throw new CannotTell("the class file of " + java.getName() + " cannot be read", unreadable);
        }
    }

    private static Bytecode of(ClassModel model) {
        var self = model.thisClass().asSymbol().descriptorString();
        return new Bytecode(model.methods().stream()
                .flatMap(method -> method.code().stream().map(code -> Method.of(self, method, code)))
                .toList());
    }

    /** Every call that may run several times in one run of its method: in a loop, or in what a stream or forEach runs. */
    Set<Call> loopedCalls() {
        var looped = new LinkedHashSet<Call>();
        var entered = new LinkedHashSet<String>();
        for (var method : methods) {
            for (var use : method.uses) {
                if (use.looped()) {
                    follow(method, use, looped, entered);
                }
            }
        }
        return looped;
    }

    private void follow(Method method, Use use, Set<Call> looped, Set<String> entered) {
        looped.add(new Call(method.sourceName(), use.owner, use.name, use.line));
        if (!use.own || !entered.add(use.name + use.descriptor)) {
            return;
        }
        for (var called : methods) {
            if (called.name.equals(use.name) && called.descriptor.equals(use.descriptor)) {
                called.uses.forEach(inner -> follow(called, inner, looped, entered));
            }
        }
    }

    /**
     * The calls of each method, lambdas excepted, in the order in which they are written; behind a call or a reference of one of the
     * class's own methods stand the calls of that one.
     */
    List<List<Call>> callsInOrder() {
        return methods.stream()
                .filter(method -> method.name.equals(method.sourceName()))
                .map(method -> {
                    var calls = new ArrayList<Call>();
                    inline(method, method.name, calls, new LinkedHashSet<>());
                    return List.copyOf(calls);
                })
                .toList();
    }

    private void inline(Method method, String source, List<Call> calls, Set<String> entered) {
        if (!entered.add(method.name + method.descriptor)) {
            return;
        }
        for (var use : method.uses) {
            calls.add(new Call(source, use.owner, use.name, use.line));
            methods.stream()
                    .filter(called ->
                            use.own && called.name.equals(use.name) && called.descriptor.equals(use.descriptor))
                    .forEach(called -> inline(called, source, calls, entered));
        }
    }

    /** Methods, as the source has them, that hold a loop. */
    Set<String> loopingMethods() {
        var names = new LinkedHashSet<String>();
        for (var method : methods) {
            if (method.loops || method.uses.stream().anyMatch(Use::looped)) {
                names.add(method.sourceName());
            }
        }
        return names;
    }

    /** Every {@code catch}, {@code finally} not included. */
    List<Catch> catches() {
        return methods.stream().flatMap(method -> method.catches.stream()).toList();
    }

    /** True if a constructor refuses or corrects what it is given. */
    boolean constructorRefuses() {
        return methods.stream()
                .filter(method -> method.name.equals("<init>"))
                .anyMatch(method -> method.throwsSomething
                        || method.uses.stream()
                                .anyMatch(use -> List.of("clamp", "min").contains(use.name)));
    }

    /** A use of a method: a call, or a reference to be called. */
    private record Use(
            String owner, String name, String descriptor, int line, boolean own, boolean inLoop, boolean handed) {
        boolean looped() {
            return inLoop || handed;
        }
    }

    private record Method(
            String name,
            String descriptor,
            List<Use> uses,
            List<Catch> catches,
            boolean loops,
            boolean throwsSomething) {

        /** The method around a lambda, for a lambda. */
        String sourceName() {
            return sourceName(name);
        }

        private static String sourceName(String name) {
            return name.startsWith("lambda$") ? name.substring(7, Math.max(7, name.lastIndexOf('$'))) : name;
        }

        static Method of(String self, MethodModel method, CodeModel code) {
            List<CodeElement> elements = code.elementList();
            Map<Label, Integer> positions = new HashMap<>();
            for (int i = 0; i < elements.size(); i++) {
                if (elements.get(i) instanceof LabelTarget target) {
                    positions.put(target.label(), i);
                }
            }
            var inLoop = new boolean[elements.size()];
            boolean loops = false;
            for (int i = 0; i < elements.size(); i++) {
                if (elements.get(i) instanceof BranchInstruction branch) {
                    int target = positions.getOrDefault(branch.target(), i);
                    if (target < i && !isSwitch(elements, target)) {
                        Arrays.fill(inLoop, target, i, true);
                        loops = true;
                    }
                }
            }
            var name = method.methodName().stringValue();
            return new Method(
                    name,
                    method.methodType().stringValue(),
                    uses(self, elements, inLoop),
                    Handlers.of(sourceName(name), elements, positions),
                    loops,
                    elements.stream().anyMatch(ThrowInstruction.class::isInstance));
        }

        /** True if a switch over patterns is here, to which a case whose pattern or condition fails jumps back for the next case. */
        private static boolean isSwitch(List<CodeElement> elements, int start) {
            return elements.subList(start, elements.size()).stream()
                                    .filter(Instruction.class::isInstance)
                                    .dropWhile(LoadInstruction.class::isInstance)
                                    .findFirst()
                                    .orElse(null)
                            instanceof InvokeDynamicInstruction call
                    && call.bootstrapMethod().owner().equals(SWITCHES);
        }

        private static List<Use> uses(String self, List<CodeElement> elements, boolean[] inLoop) {
            var uses = new ArrayList<Use>();
            int line = 0;
            for (int i = 0; i < elements.size(); i++) {
                var element = elements.get(i);
                if (element instanceof LineNumber number) {
                    line = number.line();
                } else if (element instanceof InvokeInstruction call) {
                    var owner = call.owner().asSymbol().descriptorString();
                    uses.add(new Use(
                            className(owner),
                            call.name().stringValue(),
                            call.type().stringValue(),
                            line,
                            owner.equals(self),
                            inLoop[i],
                            false));
                } else if (element instanceof InvokeDynamicInstruction indy) {
                    boolean handed = isHandedToIteration(elements, i);
                    for (var argument : indy.bootstrapArgs()) {
                        if (argument instanceof DirectMethodHandleDesc handle) {
                            var owner = handle.owner().descriptorString();
                            uses.add(new Use(
                                    className(owner),
                                    handle.methodName(),
                                    handle.lookupDescriptor(),
                                    line,
                                    owner.equals(self),
                                    inLoop[i],
                                    handed));
                        }
                    }
                }
            }
            return uses;
        }

        /** True if the function made here goes to a method that runs it for each element of something. */
        private static boolean isHandedToIteration(List<CodeElement> elements, int made) {
            for (var element : elements.subList(made + 1, elements.size())) {
                if (element instanceof InvokeInstruction taker) {
                    var owner = className(taker.owner().asSymbol().descriptorString());
                    var name = taker.name().stringValue();
                    return owner.startsWith("java.util.stream.")
                            || Set.of("forEach", "forEachRemaining", "removeIf", "replaceAll")
                                    .contains(name);
                }
            }
            return false;
        }
    }

    static String className(String descriptor) {
        return descriptor.startsWith("L")
                ? descriptor.substring(1, descriptor.length() - 1).replace('/', '.')
                : descriptor;
    }
}
