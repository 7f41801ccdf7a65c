// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.ashlar.rules.CannotTell;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

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

    private static final String SWITCHES = "java/lang/runtime/SwitchBootstraps";

    private final List<Method> methods;

    private Bytecode(List<Method> methods) {
        this.methods = methods;
    }

    static Bytecode of(JavaClass java) {
        var source =
                java.getSource().orElseThrow(() -> new CannotTell("the class file of " + java.getName() + " is gone"));
        try (var bytes = source.getUri().toURL().openStream()) {
            var read = new ClassNode();
            new ClassReader(bytes).accept(read, ClassReader.SKIP_FRAMES);
            return new Bytecode(read.methods.stream()
                    .filter(method -> method.instructions.size() > 0) // without a body
                    .map(method -> Method.of(read.name, method))
                    .toList());
        } catch (IOException | IllegalArgumentException unreadable) { // of a later Java than is known here, too
            throw new CannotTell("the class file of " + java.getName() + " cannot be read", unreadable);
        }
    }

    /** Returns every call that may run several times in one run of its method: in a loop, or in what a stream or forEach runs. */
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
     * Returns the calls of each method, lambdas excepted, in the order in which they are written; behind a call or a reference of one of
     * the class's own methods stand the calls of that one.
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

    /** Returns the methods, as the source has them, that hold a loop. */
    Set<String> loopingMethods() {
        var names = new LinkedHashSet<String>();
        for (var method : methods) {
            if (method.loops || method.uses.stream().anyMatch(Use::looped)) {
                names.add(method.sourceName());
            }
        }
        return names;
    }

    /** Returns every {@code catch}, {@code finally} not included. */
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

        /** Returns the method around a lambda, for a lambda. */
        String sourceName() {
            return sourceName(name);
        }

        private static String sourceName(String name) {
            return name.startsWith("lambda$") ? name.substring(7, Math.max(7, name.lastIndexOf('$'))) : name;
        }

        static Method of(String self, MethodNode method) {
            var code = method.instructions;
            var inLoop = new boolean[code.size()];
            boolean loops = false;
            for (int i = 0; i < code.size(); i++) {
                if (code.get(i) instanceof JumpInsnNode jump) {
                    int target = code.indexOf(jump.label);
                    if (target < i && !isSwitch(jump.label)) {
                        Arrays.fill(inLoop, target, i, true);
                        loops = true;
                    }
                }
            }
            boolean throwsSomething = false;
            for (var instruction : code) {
                throwsSomething |= instruction.getOpcode() == Opcodes.ATHROW;
            }
            return new Method(
                    method.name,
                    method.desc,
                    uses(self, code, inLoop),
                    Handlers.of(sourceName(method.name), method),
                    loops,
                    throwsSomething);
        }

        /** True if a switch over patterns is here, to which a case whose pattern or condition fails jumps back for the next case. */
        private static boolean isSwitch(AbstractInsnNode start) {
            AbstractInsnNode first = start;
            while (first != null && (first.getOpcode() < 0 || isLoad(first))) {
                first = first.getNext();
            }
            return first instanceof InvokeDynamicInsnNode call
                    && call.bsm.getOwner().equals(SWITCHES);
        }

        private static boolean isLoad(AbstractInsnNode instruction) {
            return instruction instanceof VarInsnNode && instruction.getOpcode() <= Opcodes.ALOAD;
        }

        private static List<Use> uses(String self, InsnList code, boolean[] inLoop) {
            var uses = new ArrayList<Use>();
            int line = 0;
            for (int i = 0; i < code.size(); i++) {
                if (code.get(i) instanceof LineNumberNode number) {
                    line = number.line;
                } else if (code.get(i) instanceof MethodInsnNode call) {
                    uses.add(new Use(
                            className(call.owner),
                            call.name,
                            call.desc,
                            line,
                            call.owner.equals(self),
                            inLoop[i],
                            false));
                } else if (code.get(i) instanceof InvokeDynamicInsnNode made) {
                    boolean handed = isHandedToIteration(made);
                    for (var argument : made.bsmArgs) {
                        if (argument instanceof Handle handle) {
                            uses.add(new Use(
                                    className(handle.getOwner()),
                                    handle.getName(),
                                    handle.getDesc(),
                                    line,
                                    handle.getOwner().equals(self),
                                    inLoop[i],
                                    handed));
                        }
                    }
                }
            }
            return uses;
        }

        /** True if the function made here goes to a method that runs it for each element of something. */
        private static boolean isHandedToIteration(AbstractInsnNode made) {
            AbstractInsnNode next = made.getNext();
            while (next != null && !(next instanceof MethodInsnNode)) {
                next = next.getNext();
            }
            return next instanceof MethodInsnNode taker
                    && (taker.owner.startsWith("java/util/stream/")
                            || Set.of("forEach", "forEachRemaining", "removeIf", "replaceAll")
                                    .contains(taker.name));
        }
    }

    /** Returns the name of a class as the source has it; an array keeps its descriptor. */
    static String className(String internalName) {
        return internalName.startsWith("[") ? internalName : internalName.replace('/', '.');
    }
}
