package dev.ringline.e2e.crash;

import dev.ringline.e2e.crash.CrashPoint.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** Puts the crash points into the jars of an unpacked application. */
public final class Weaver {

    private static final ClassDesc SWITCH = ClassDesc.of(CrashSwitch.class.getName());
    private static final MethodTypeDesc REACHED = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String);

    private Weaver() {}

    /**
     * @param jar the application's own jar; the others lie in {@code lib} beside it
     * @throws IllegalStateException if a point names a class or a method that is not there
     */
    public static void weave(Path jar, List<CrashPoint> points) {
        var byClass = points.stream().collect(Collectors.groupingBy(CrashPoint::className));
        var jars = jars(jar);
        try (var types = new URLClassLoader(jars.stream().map(Weaver::url).toArray(URL[]::new))) {
            for (var name : byClass.keySet()) {
                var home = jars.stream()
                        .filter(each -> contains(each, entry(name)))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("There is no class " + name + " beside " + jar));
                edit(home, files -> {
                    var file = files.getPath(entry(name));
                    Files.write(file, woven(Files.readAllBytes(file), byClass.get(name), types));
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot weave into " + jar, e);
        }
        edit(jar, Weaver::addSwitch);
    }

    /**
     * @param types finds the classes that this one uses
     * @throws IllegalStateException if the class has not every method that a point names
     */
    static byte[] woven(byte[] bytes, Collection<CrashPoint> points, ClassLoader types) {
        var classFile = ClassFile.of(ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(types)));
        var model = classFile.parse(bytes);
        points.forEach(point -> requireMethod(model, point));
        var transform = points.stream().collect(Collectors.groupingBy(CrashPoint::methodName)).entrySet().stream()
                .map(method -> ClassTransform.transformingMethodBodies(
                        each -> isNamed(each, method.getKey()), new Marking(method.getValue())))
                .reduce(ClassTransform.ACCEPT_ALL, ClassTransform::andThen);
        return classFile.transformClass(model, transform);
    }

    /** Says at the beginning, and before every return, that the execution is there. */
    private static final class Marking implements CodeTransform {

        private final List<CrashPoint> points;

        private Marking(List<CrashPoint> points) {
            this.points = points;
        }

        @Override
        public void atStart(CodeBuilder code) {
            mark(code, Moment.BEFORE);
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            if (element instanceof ReturnInstruction) {
                mark(code, Moment.AFTER);
            }
            code.with(element);
        }

        private void mark(CodeBuilder code, Moment moment) {
            points.stream()
                    .filter(point -> point.moment() == moment)
                    .map(CrashPoint::site)
                    .distinct()
                    .forEach(site -> code.loadConstant(site).invokestatic(SWITCH, "reached", REACHED));
        }
    }

    private interface Edit {
        void in(FileSystem jar) throws IOException;
    }

    private static void requireMethod(ClassModel model, CrashPoint point) {
        if (model.methods().stream().noneMatch(method -> isNamed(method, point.methodName()))) {
            throw new IllegalStateException("%s: there is no method %s".formatted(point, point.site()));
        }
    }

    private static boolean isNamed(MethodModel method, String name) {
        return method.methodName().equalsString(name);
    }

    private static void addSwitch(FileSystem jar) throws IOException {
        for (var name : List.of(CrashSwitch.class.getName(), CrashSwitch.class.getName() + "$Order")) {
            try (var bytes = CrashSwitch.class.getClassLoader().getResourceAsStream(entry(name))) {
                var file = jar.getPath(entry(name));
                Files.createDirectories(file.getParent());
                Files.write(file, bytes.readAllBytes());
            }
        }
    }

    private static String entry(String className) {
        return className.replace('.', '/') + ".class";
    }

    private static boolean contains(Path jar, String entry) {
        try (var file = new ZipFile(jar.toFile())) {
            return file.getEntry(entry) != null;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + jar, e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(jar.toString(), e);
        }
    }

    private static List<Path> jars(Path jar) {
        try (var libraries = Files.list(jar.resolveSibling("lib"))) {
            return Stream.concat(Stream.of(jar), libraries.sorted()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("No libraries beside " + jar, e);
        }
    }

    private static void edit(Path jar, Edit edit) {
        try (var files = FileSystems.newFileSystem(jar)) {
            edit.in(files);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot weave into " + jar, e);
        }
    }
}
